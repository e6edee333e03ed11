// What Swift does not reach: a child process with bounds, and a file without a name.
#include <stddef.h>
#include <sys/types.h>

/// A file that has no name and is gone when it is closed; -1 where there is none to be had.
int meetings_unnamed_file(void);

/// Starts a program, by its absolute path and without a shell, that reads from one descriptor and writes to another (errors
/// to a third, -1 for nowhere), with
/// so much memory and processor time at most, and with no descriptor besides; -1 where it does not start.
pid_t meetings_start(const char *program, char *const arguments[], int input, int output, int errors, size_t memory, size_t seconds);

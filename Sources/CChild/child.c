#define _GNU_SOURCE
#include "child.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int meetings_unnamed_file(void) {
#ifdef __linux__
    return memfd_create("report", MFD_CLOEXEC);
#else
    char name[] = "/tmp/meetings.XXXXXX";
    int file = mkstemp(name);
    if (file >= 0) {
        unlink(name);
        fcntl(file, F_SETFD, FD_CLOEXEC);
    }
    return file;
#endif
}

pid_t meetings_start(const char *program, char *const arguments[], int input, int output, int errors, size_t memory, size_t seconds) {
    char *const environment[] = {"LC_ALL=C", NULL};
    pid_t child = fork();
    if (child != 0) return child;
    // Between fork and exec only what is safe in a signal handler.
    struct rlimit space = {memory, memory}, time = {seconds, seconds}, none = {0, 0};
    setrlimit(RLIMIT_AS, &space);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_FSIZE, &none);
    if (errors < 0) errors = open("/dev/null", O_WRONLY);
    dup2(input, 0);
    dup2(output, 1);
    if (errors >= 0) dup2(errors, 2);
    for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
    execve(program, arguments, environment);
    _exit(127);
}

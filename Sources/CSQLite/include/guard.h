// What SQLite offers only to C: settings with variable arguments, and a file system of one's own.
#include <sqlite3.h>

/// Registers, as the standard, a file system that keeps a checksum in the last eight bytes of each page of a database that
/// has room for it, and gives SQLITE_IOERR_DATA for a page that is not as it was written. Other databases are untouched.
int meetings_register_checksums(void);

/// Leaves room for the checksums in a database that has no page yet.
int meetings_reserve_checksums(sqlite3 *db);

/// Nothing that the file itself brings along runs or writes: no triggers, views, extensions, attached files or functions
/// with side effects, and lengths are bounded.
void meetings_defend(sqlite3 *db);

#include "guard.h"
#include <stdint.h>
#include <string.h>

void meetings_defend(sqlite3 *db) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 128 << 20);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
}

int meetings_reserve_checksums(sqlite3 *db) {
    int bytes = 8;
    return sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

// A file behind a file of the system's own, as SQLite's cksumvfs has it.
typedef struct {
    sqlite3_file base;
    /// Bytes of a page where the database keeps checksums; else 0.
    int page;
    sqlite3_file real[];
} checked_file;

#ifndef SQLITE_IOCAP_SUBPAGE_READ
#define SQLITE_IOCAP_SUBPAGE_READ 0x00008000
#endif

static sqlite3_vfs *system_vfs;

/// Two sums over words of eight bytes, as Fletcher has them; over the page without its last eight bytes.
static uint64_t checksum(const uint8_t *bytes, int count) {
    uint64_t a = 0x9E3779B97F4A7C15, b = (uint64_t)count;
    for (int i = 0; i + 8 <= count; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, 8);
        a += word;
        b = ((b << 7) | (b >> 57)) + a;
    }
    return a ^ b * 0xBF58476D1CE4E5B9;
}

/// Learns from the first page, as it is read or written, whether there are checksums.
static void learn(checked_file *file, const uint8_t *bytes, int count) {
    if (count < 100 || memcmp(bytes, "SQLite format 3", 16) != 0) return;
    int page = bytes[16] << 8 | bytes[17];
    file->page = bytes[20] == 8 ? (page == 1 ? 65536 : page) : 0;
}

static sqlite3_file *real(sqlite3_file *file) { return ((checked_file *)file)->real; }

static int checked_read(sqlite3_file *f, void *bytes, int count, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)f;
    int code = real(f)->pMethods->xRead(real(f), bytes, count, offset);
    if (code != SQLITE_OK) return code;
    if (offset == 0) learn(file, bytes, count);
    if (file->page == 0 || count != file->page || offset % count != 0) return code;
    uint64_t kept;
    memcpy(&kept, (uint8_t *)bytes + count - 8, 8);
    return kept == checksum(bytes, count - 8) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int checked_write(sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)f;
    if (offset == 0) learn(file, bytes, count);
    if (file->page != 0 && count == file->page) {
        // SQLite leaves these bytes to whoever reserved them.
        uint64_t sum = checksum(bytes, count - 8);
        memcpy((uint8_t *)bytes + count - 8, &sum, 8);
    }
    return real(f)->pMethods->xWrite(real(f), bytes, count, offset);
}

static int checked_close(sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); }
static int checked_truncate(sqlite3_file *f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); }
static int checked_sync(sqlite3_file *f, int flags) { return real(f)->pMethods->xSync(real(f), flags); }
static int checked_size(sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); }
static int checked_lock(sqlite3_file *f, int lock) { return real(f)->pMethods->xLock(real(f), lock); }
static int checked_unlock(sqlite3_file *f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); }
static int checked_reserved(sqlite3_file *f, int *result) { return real(f)->pMethods->xCheckReservedLock(real(f), result); }
static int checked_control(sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
static int checked_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int checked_traits(sqlite3_file *f) {
    // Parts of pages could not be checked.
    return real(f)->pMethods->xDeviceCharacteristics(real(f)) & ~SQLITE_IOCAP_SUBPAGE_READ;
}

// Version 1: pages are read and written, never mapped or shared past the checksums.
static const sqlite3_io_methods checked_methods = {
    1, checked_close, checked_read, checked_write, checked_truncate, checked_sync, checked_size, checked_lock,
    checked_unlock, checked_reserved, checked_control, checked_sector, checked_traits,
};

static int checked_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out) {
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return system_vfs->xOpen(system_vfs, name, f, flags, out);
    checked_file *file = (checked_file *)f;
    memset(file, 0, sizeof *file);
    file->real->pMethods = 0;
    int code = system_vfs->xOpen(system_vfs, name, file->real, flags, out);
    file->base.pMethods = file->real->pMethods ? &checked_methods : 0;
    return code;
}

int meetings_register_checksums(void) {
    static sqlite3_vfs vfs;
    if (system_vfs) return SQLITE_OK;
    sqlite3_initialize();
    system_vfs = sqlite3_vfs_find(0);
    if (!system_vfs) return SQLITE_ERROR;
    vfs = *system_vfs;
    vfs.pNext = 0;
    vfs.zName = "meetings-checksums";
    vfs.szOsFile = (int)sizeof(checked_file) + system_vfs->szOsFile;
    vfs.xOpen = checked_open;
    return sqlite3_vfs_register(&vfs, 1);
}

// libarchive, as Debian's libarchive-dev brings it.
#include <archive.h>
#include <archive_entry.h>

// zlib and zstd, as Debian's zlib1g-dev and libzstd-dev bring them.
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

// inflateInit2 is a macro, which Swift does not see; 32 has it look for the gzip header.
static inline int startInflating(z_stream *stream) {
    return inflateInit2(stream, 15 + 32);
}

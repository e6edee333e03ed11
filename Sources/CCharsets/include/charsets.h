// Characters by their place in the encodings (WHATWG Encoding Standard, 10.2 and 11.1).
#include <stdint.h>

// Two bytes: 190 second bytes for each first one from 0x81.
extern const uint32_t *const meetings_gb18030_two;
// Four bytes: the linear place at which a run begins, and its first character; pairs.
#define MEETINGS_GB18030_RUNS 212
extern const uint32_t *const meetings_gb18030_four;
// Two bytes: 157 second bytes for each first one from 0x81.
extern const uint32_t *const meetings_big5;

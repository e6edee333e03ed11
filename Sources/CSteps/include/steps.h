// Steps that the thread may still take on the report at hand. Swift has no thread-local variables of its own; this one is
// a single instruction.
#include <stdint.h>

extern __thread int64_t meetings_steps_left;

static inline int64_t meetings_steps_take(int64_t steps) { return meetings_steps_left -= steps; }
static inline int64_t meetings_steps_remaining(void) { return meetings_steps_left; }
static inline void meetings_steps_set(int64_t steps) { meetings_steps_left = steps; }

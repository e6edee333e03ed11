#include "steps.h"

__thread int64_t meetings_steps_left = INT64_MAX / 2;

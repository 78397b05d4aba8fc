#include "review/request_target.h"
#include <gtest/gtest.h>

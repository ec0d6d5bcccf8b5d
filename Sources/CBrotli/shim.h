/* brotli's encoder, for br at publish time. */
#pragma once
#include <brotli/encode.h>

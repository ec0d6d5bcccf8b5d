/* libcurl, with one inline function for each kind of value its variadic functions take (Swift does not import
   variadics), and malloc_trim, whose header is not in Swift's Glibc module. */
#pragma once
#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>
#include <malloc.h>

static inline CURLcode telex_easy_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode telex_easy_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

/* libcurl copies the text. NULL sets the option back to nothing, not to its default. */
static inline CURLcode telex_easy_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

/* libcurl keeps the pointer: user data, error buffer. */
static inline CURLcode telex_easy_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

/* libcurl keeps the list: free it after the transfer. */
static inline CURLcode telex_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
typedef size_t (*telex_data_callback)(char *bytes, size_t size, size_t count, void *user_data);

static inline CURLcode telex_easy_set_data_callback(CURL *handle, CURLoption option, telex_data_callback value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode telex_easy_set_opensocket(CURL *handle, curl_opensocket_callback value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode telex_easy_set_prereq(CURL *handle, curl_prereq_callback value) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode telex_easy_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode telex_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

/* The text belongs to the handle and dies with its next transfer. */
static inline CURLcode telex_easy_get_text(CURL *handle, CURLINFO info, char **value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode telex_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/* The result of a finished transfer: a union, whose other members Swift need not see. */
static inline CURLcode telex_message_result(const CURLMsg *message) {
    return message->data.result;
}

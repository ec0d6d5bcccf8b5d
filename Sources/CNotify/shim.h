/* sd_notify(3) without libsystemd: one datagram to the socket systemd names. In C because a sockaddr_un is bytes at
   an address, and Swift code outside the boundary rooms handles no addresses. */
#pragma once
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* Sends `state` to the socket at `path`; a leading @ means the abstract namespace. Returns 0 or an errno. */
static inline int telex_notify(const char *path, const char *state) {
    struct sockaddr_un address;
    size_t length = strlen(path);
    memset(&address, 0, sizeof address);
    if (length < 2 || length >= sizeof address.sun_path || (path[0] != '/' && path[0] != '@')) return EINVAL;
    address.sun_family = AF_UNIX;
    memcpy(address.sun_path, path, length);
    if (path[0] == '@') address.sun_path[0] = 0;
    int file = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (file < 0) return errno;
    ssize_t sent = sendto(file, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&address,
                          (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
    int result = sent < 0 ? errno : 0;
    close(file);
    return result;
}

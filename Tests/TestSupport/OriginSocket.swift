// The sockets under an origin and its client: blocking calls, each of which a shutdown of the socket ends.

import Glibc

/// Why a socket could not be had.
package struct OriginError: Error, CustomStringConvertible {
    package var description: String

    init(message: String) {
        description = message
    }

    /// Takes errno at the call that failed.
    init(_ call: String) {
        description = "\(call): \(String(cString: strerror(errno)))"
    }
}

/// A connected or listening TCP socket. Whoever opened it closes it, once; copies are for `shutDown` alone.
struct OriginSocket: Sendable {
    let descriptor: Int32

    /// Listens on an IPv4 address; the kernel picks the port when it is 0.
    static func listening(on address: String, port: Int) throws -> OriginSocket {
        let socket = try make()
        var one: Int32 = 1
        setsockopt(socket.descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        let bound = withAddress(address, port) { bind(socket.descriptor, $0, $1) }
        guard bound == 0, listen(socket.descriptor, 512) == 0 else {
            let error = OriginError("listen on \(address):\(port)")
            socket.close()
            throw error
        }
        return socket
    }

    /// Connects to an IPv4 address.
    static func connected(to address: String, port: Int) throws -> OriginSocket {
        let socket = try make()
        guard withAddress(address, port, { connect(socket.descriptor, $0, $1) }) == 0 else {
            let error = OriginError("connect to \(address):\(port)")
            socket.close()
            throw error
        }
        return socket
    }

    /// The port it is bound to.
    var port: Int {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// The next connection; nil once the listening socket is shut down.
    func accepted() -> OriginSocket? {
        while true {
            let client = accept(descriptor, nil, nil)
            if client >= 0 {
                let socket = OriginSocket(descriptor: client)
                socket.configure()
                return socket
            }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    /// Up to 64 KiB; empty at the end of the stream or after an error.
    func receive() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            var received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            while received < 0 && errno == EINTR {
                received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            }
            count = max(0, received)
        }
    }

    /// False once the other side is gone.
    func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
                let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// Waits until the other side closes, `other` becomes readable or the time is up; -1 milliseconds: no limit.
    /// False when the other side has closed.
    func wait(for other: Int32? = nil, milliseconds: Int32) -> Bool {
        // POLLRDHUP (0x2000; a GNU extension that Glibc's module leaves out) alone: bytes that arrive meanwhile are no
        // reason to stop waiting.
        var entries = [pollfd(fd: descriptor, events: 0x2000, revents: 0)]
        if let other { entries.append(pollfd(fd: other, events: Int16(POLLIN), revents: 0)) }
        while poll(&entries, nfds_t(entries.count), milliseconds) < 0 && errno == EINTR {}
        return entries[0].revents == 0
    }

    /// Ends every call that waits on the socket, from any thread, and lets the descriptor live.
    func shutDown() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Closes; with a TCP reset when asked.
    func close(resetting: Bool = false) {
        if resetting {
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        }
        _ = Glibc.close(descriptor)
    }

    private static func make() throws -> OriginSocket {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw OriginError("socket") }
        let made = OriginSocket(descriptor: descriptor)
        made.configure()
        return made
    }

    private func configure() {
        var one: Int32 = 1
        // Pieces must leave when they are sent, or a scripted pause would be joined to the next piece.
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    private static func withAddress(
        _ text: String,
        _ port: Int,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        inet_pton(AF_INET, text, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

/// A thread of its own, because sockets here block and the cooperative pool must not.
enum OriginThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    static func start(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let status = pthread_create(
            &thread,
            nil,
            { pointer in
                if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        if status == 0 {
            pthread_detach(thread)
        } else {
            work.takeRetainedValue().body()
        }
    }

    /// The result of blocking work, awaited.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            start { continuation.resume(with: Result { try body() }) }
        }
    }
}

// Programs started by tests. Foundation's Process loses exits on Linux when many descriptors come and go beside it (its
// socket manager spins in select), so this is posix_spawn and waitpid, each wait on a thread of its own.

import Glibc
import Synchronization

/// A child process; whoever starts it waits for it, once.
package final class ChildProcess: Sendable {
    private let processID: Int32
    /// After that the number may be another process's.
    private let isReaped = Mutex(false)

    /// More than all tests together ever have open.
    private static let descriptors = Int32(min(4096, max(3, sysconf(Int32(_SC_OPEN_MAX)))))

    /// Starts `program` (a path) with these descriptors as 0, 1 and 2, and no others of ours.
    package init(
        _ program: String,
        arguments: [String],
        environment: [String: String],
        input: Int32,
        output: Int32,
        errors: Int32
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        // Closing what is not open is no error here; a socket that a child kept would outlive its test.
        for descriptor in 3..<Self.descriptors { posix_spawn_file_actions_addclose(&actions, descriptor) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test runner may block or ignore signals; a child of ours starts as from a shell.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var child: pid_t = 0
        let status = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
        guard status == 0 else { throw OriginError(message: "\(program): \(String(cString: strerror(status)))") }
        processID = child
    }

    /// The exit status, or 128 and the number of the signal that ended it.
    package func status() async -> Int32 {
        let status = try? await OriginThread.run { [self] () -> Int32 in
            var information = siginfo_t()
            while waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
            return isReaped.withLock { isReaped in
                var status: Int32 = 0
                while waitpid(processID, &status, 0) < 0 && errno == EINTR {}
                isReaped = true
                let signal = status & 0x7F
                return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            }
        }
        return status ?? -1
    }

    /// Sends a signal, unless the child has ended and been waited for.
    package func send(signal number: Int32) {
        isReaped.withLock { isReaped in
            if !isReaped { kill(processID, number) }
        }
    }

    /// Whether it has ended, waited for or not.
    package var hasEnded: Bool {
        isReaped.withLock { isReaped in
            var information = siginfo_t()
            return isReaped
                || (waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT | WNOHANG) == 0
                    && information.si_signo == SIGCHLD)
        }
    }

    /// The lines that are written to a descriptor, without their ends; reads on a thread of its own and closes it.
    package static func lines(of descriptor: Int32) -> AsyncStream<String> {
        let (lines, sink) = AsyncStream.makeStream(of: String.self)
        OriginThread.start {
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                rest += buffer[..<count]
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    sink.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeFirst(end + 1)
                }
            }
            if !rest.isEmpty { sink.yield(String(decoding: rest, as: UTF8.self)) }
            close(descriptor)
            sink.finish()
        }
        return lines
    }

    /// A pipe whose ends no other child inherits.
    package static func pipe() throws -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [0, 0]
        guard Glibc.pipe(&ends) == 0 else { throw OriginError("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}

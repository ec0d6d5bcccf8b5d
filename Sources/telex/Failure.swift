// How a command ends when it cannot do what was asked: one line, and an exit code scripts can rely on.

import Glibc

/// The exit codes of every command (sysexits.h where it has a word for it).
enum ExitStatus: Int32 {
    case done = 0
    /// The command ran and found failures.
    case failuresFound = 1
    case usage = 64
    case badData = 65
    case inputMissing = 66
    /// The daemon, or a service it needs, cannot be reached.
    case unavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case inputOutput = 74
    case noPermission = 77
    case configuration = 78
}

/// An error that ends the command: what, where and what to do.
struct Failure: Error, Equatable {
    let status: ExitStatus
    /// One line each; most have one, a bad configuration one for each mistake.
    let lines: [String]

    init(_ status: ExitStatus, _ line: String) {
        self.status = status
        lines = [line]
    }

    init(_ status: ExitStatus, lines: [String]) {
        self.status = status
        self.lines = lines
    }
}

/// The terminal and its pipes, written without buffering and without waiting for more.
enum Console {
    /// A line to standard output.
    static func print(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    /// Text to standard output, as it is.
    static func write(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// A line to standard error.
    static func complain(_ line: String) {
        write(line + "\n", to: STDERR_FILENO)
    }

    /// Text to standard error, as it is.
    static func note(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// A reader that has gone away is no error of ours: what cannot be written is dropped.
    private static func write(_ text: String, to file: Int32) {
        var rest = ArraySlice(Array(text.utf8))
        while !rest.isEmpty {
            let written = Glibc.write(file, Array(rest), rest.count)
            if written < 0 {
                guard errno == EINTR || errno == EAGAIN else { return }
                continue
            }
            rest = rest.dropFirst(written)
        }
    }
}

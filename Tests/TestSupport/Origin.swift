// A scriptable HTTP/1.1 server on a loopback address over raw sockets, for tests. It does what the script says, right or
// wrong, and remembers every request. It is no example of a good server.
//
//     let origin = try Origin()
//     origin.on("/feed") { request in .ok("<rss/>") }
//     … origin.url("/feed") … origin.requests
//     origin.stop()

import Synchronization

/// A scriptable HTTP origin: one thread accepts, one thread serves each connection.
package final class Origin: Sendable {
    /// Runs on the connection's thread; may block, must not call `stop`.
    package typealias Script = @Sendable (OriginRequest) -> OriginReply

    /// The address it listens on, `127.0.0.1` unless said otherwise.
    package let address: String
    package let port: Int
    private let service: OriginService

    /// Listens at once. Paths without a script get 404. Other loopback addresses (127.0.0.2 …) play other hosts.
    package init(address: String = "127.0.0.1", port: Int = 0) throws {
        let listener = try OriginSocket.listening(on: address, port: port)
        self.address = address
        self.port = listener.port
        service = OriginService(listener: listener)
        service.start()
    }

    deinit {
        service.stop()
    }

    /// The address of a path, or of the root. `host` says another name for the same server, such as `localhost`.
    package func url(_ path: String = "", host: String? = nil) -> String { "http://\(host ?? address):\(port)\(path)" }

    /// Scripts one path (without query), from the next request on.
    package func on(_ path: String, _ script: @escaping Script) {
        service.script(path, script)
    }

    /// Scripts one path with the same answer each time.
    package func on(_ path: String, reply: OriginReply) {
        on(path) { _ in reply }
    }

    /// Scripts one path with these answers in turn; the last one stays.
    package func on(_ path: String, inTurn replies: [OriginReply]) {
        let rest = Turns(replies)
        on(path) { _ in rest.next() }
    }

    /// Serves a document with its validators at one path.
    package func on(_ path: String, file: ConditionalFile) {
        on(path) { file.reply(to: $0) }
    }

    /// Scripts every path that has no script of its own.
    package func otherwise(_ script: @escaping Script) {
        service.script(nil, script)
    }

    /// Every request so far, in order of arrival.
    package var requests: [OriginRequest] { service.requests }

    /// The requests for one path (without query) so far.
    package func requests(to path: String) -> [OriginRequest] { requests.filter { $0.path == path } }

    /// Forgets the requests so far.
    package func forgetRequests() {
        service.forgetRequests()
    }

    /// How many connections have been accepted so far.
    package var connectionCount: Int { service.connectionCounts.accepted }

    /// How many connections are open now.
    package var openConnectionCount: Int { service.connectionCounts.open }

    /// Returns once so many requests (for that path, when given) have arrived, or the origin has stopped or the task
    /// was cancelled.
    package func received(_ count: Int, to path: String? = nil) async {
        await service.wait { state in
            state.requests.count { path == nil || $0.path == path } >= count
        }
    }

    /// Returns once no more than so many connections are open, or the origin has stopped or the task was
    /// cancelled.
    package func openConnections(atMost count: Int) async {
        await service.wait { $0.open.count <= count }
    }

    /// Closes everything and returns when every thread has ended. A second call does nothing.
    package func stop() {
        service.stop()
    }
}

/// Answers handed out in turn; the last one again and again.
private final class Turns: Sendable {
    private let replies: [OriginReply]
    private let index = Mutex(0)

    init(_ replies: [OriginReply]) {
        self.replies = replies
    }

    func next() -> OriginReply {
        let turn = index.withLock { index in
            defer { index += 1 }
            return index
        }
        return replies.isEmpty ? .notFound : replies[min(turn, replies.count - 1)]
    }
}

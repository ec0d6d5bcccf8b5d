// One listening address.

package import FeedModel
import FoundationEssentials
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A Hummingbird application on one address.
struct Listener<Responder: HTTPResponder>: Service where Responder.Context == BasicRequestContext {
    let address: ListenAddress
    let responder: Responder
    let onListening: @Sendable (ListenAddress) async -> Void
    let logger: Logger

    func run() async throws {
        do {
            try removeStaleSocket()
            try await application.run()
        } catch let error as IOError {
            throw ListenError(address: address, reason: reason(of: error))
        } catch is SocketAddressError.UnknownHost {
            throw ListenError(address: address, reason: "this name has no address; give one of this machine's own")
        } catch is SocketAddressError {
            throw ListenError(address: address, reason: "this is no address to listen on; is the path too long?")
        }
    }

    private var application: Application<Responder> {
        Application(
            responder: responder,
            server: .http1(configuration: .init(idleTimeout: .seconds(75))),
            configuration: ApplicationConfiguration(address: bindAddress, serverName: "Telex"),
            onServerRunning: { channel in await onListening(actual(channel.localAddress)) },
            logger: quiet(logger)
        )
    }

    private var bindAddress: BindAddress {
        switch address {
        case .tcp(let host, let port): .hostname(host, port: port)
        case .unix(let path): .unixDomainSocket(path: path)
        }
    }

    /// The port really taken, where 0 was asked.
    private func actual(_ bound: SocketAddress?) -> ListenAddress {
        guard case .tcp(let host, _) = address, let port = bound?.port else { return address }
        return .tcp(host: host, port: port)
    }

    /// A socket file outlives the process that made it, and bind refuses to reuse it.
    private func removeStaleSocket() throws {
        guard case .unix(let path) = address,
            let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeSocket
        else { return }
        try FileManager.default.removeItem(atPath: path)
    }

    private func reason(of error: IOError) -> String {
        switch error.errnoCode {
        case 2: "the socket's folder does not exist; create it or choose another in server.listen"
        case 98: "another program listens there; stop it or choose another address in server.listen"
        case 13: "permission denied; ports below 1024 need CAP_NET_BIND_SERVICE"
        case 99: "this machine has no such address"
        default: error.localizedDescription
        }
    }

    /// The framework's own talk of starting and stopping says nothing that our log does not.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

/// An address that cannot be listened on.
package struct ListenError: Error, CustomStringConvertible {
    package let address: ListenAddress
    package let reason: String

    package var description: String { "cannot listen on \(address): \(reason)" }
}

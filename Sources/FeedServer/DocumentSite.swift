// A small site of documents that change over time, served with the same conditional answers as our own feeds. The
// demonstration's simulated agencies are such sites.

package import FeedModel
import Hummingbird
package import Logging
import ServiceLifecycle

/// Serves whatever `document` gives for a path, on one address.
package struct DocumentSite: Service {
    private let listener: Listener<DocumentResponder>

    /// - Parameters:
    ///   - address: port 0 takes any free port; `onListening` tells which.
    ///   - document: the document at a path as it is now; nil: 404.
    package init(
        address: ListenAddress,
        logger: Logger,
        onListening: @escaping @Sendable (ListenAddress) async -> Void,
        document: @escaping @Sendable (_ path: String) -> RenderedDocument?
    ) {
        listener = Listener(
            address: address,
            responder: DocumentResponder(document: document),
            onListening: onListening,
            logger: logger
        )
    }

    package func run() async throws {
        try await listener.run()
    }
}

private struct DocumentResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let document: @Sendable (String) -> RenderedDocument?

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.method == .get || request.method == .head else { return .refusal(.methodNotAllowed) }
        guard let document = document(request.uri.path) else { return .refusal(.notFound) }
        return Response(document.response(to: DocumentRequest(request)))
    }
}

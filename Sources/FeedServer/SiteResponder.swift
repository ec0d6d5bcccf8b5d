// One request to one response: routes to the few documents there are, and says no to everything else.

import FeedModel
import FeedPublishing
import FeedStorage
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Answers every path Telex serves.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let store: FeedStore
    let current: CurrentSite
    let cache: SnapshotCache
    let hub: EventHub
    let state: @Sendable () -> DaemonState
    let now: @Sendable () -> Date

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.method == .get || request.method == .head else { return .refusal(.methodNotAllowed) }
        let route = Route(path: request.uri.path, query: request.uri.query)
        do {
            return try await response(for: route, to: request) ?? .refusal(.notFound)
        } catch {
            context.logger.error(
                "request failed",
                metadata: ["http.path": "\(request.uri.path)", "error": "\(error)"]
            )
            return .refusal(.serviceUnavailable)
        }
    }

    /// Nil when there is no such thing.
    private func response(for route: Route, to request: Request) async throws -> Response? {
        switch route {
        case .index: return try await index(to: request)
        case .page(let id, let page): return try await self.page(id, page, to: request)
        case .feed(let id, let format, let page): return try await document(id, format, page: page, to: request)
        case .events(let id): return await events(current.site.feed(id), to: request)
        case .sourcesOPML: return try await opml(to: request)
        case .status: return try await status(to: request, asJSON: false)
        case .statusJSON: return try await status(to: request, asJSON: true)
        case .health: return await health(request)
        case .asset(let path): return asset(path, to: request)
        case .unknown: return nil
        }
    }

    // MARK: - Feeds and pages

    private func index(to request: Request) async throws -> Response? {
        let feeds = current.site.feeds
        guard feeds.count > 1 else { return try await page(feeds.first?.id ?? "", 1, to: request) }
        return try await respond(to: request, key: "/", now: now()) { site in
            let document = RenderedDocument(
                IndexPage.render(site.feeds, baseURL: site.baseURL),
                contentType: "text/html; charset=utf-8",
                lastModified: nil,
                cacheControl: "no-cache",
                fields: PageHeaders.fields
            )
            return Snapshot(document: document, validUntil: nil)
        }
    }

    private func page(_ id: String, _ page: Int, to request: Request) async throws -> Response? {
        guard current.site.feed(id) != nil else { return nil }
        let moment = now()
        return try await respond(to: request, key: "/\(id)?page=\(page)", now: moment) { site in
            guard let feed = site.feed(id) else { return nil }
            return try await FeedRenderer(store: store, site: site).page(of: feed, page: page, now: moment)
        }
    }

    private func document(
        _ id: String,
        _ format: FeedFileFormat,
        page: Int,
        to request: Request
    ) async throws -> Response? {
        guard current.site.feed(id) != nil else { return nil }
        let moment = now()
        return try await respond(to: request, key: "/\(id).\(format.rawValue)?page=\(page)", now: moment) { site in
            guard let feed = site.feed(id) else { return nil }
            let renderer = FeedRenderer(store: store, site: site)
            return try await renderer.document(of: feed, format: format, page: page, now: moment)
        }
    }

    /// Answers with the snapshot of `key`; nil when `render` finds that there is nothing to show.
    private func respond(
        to request: Request,
        key: String,
        now: Date,
        render: @escaping @Sendable (Site) async throws -> Snapshot?
    ) async throws -> Response? {
        do {
            let current = self.current
            let snapshot = try await cache.snapshot(for: key, now: now) {
                // Read only here: a site that is replaced before the snapshots are dropped must not outlive them.
                guard let snapshot = try await render(current.site) else { throw NoSuchPage() }
                return snapshot
            }
            return Response(snapshot.document.response(to: DocumentRequest(request)))
        } catch is NoSuchPage {
            return nil
        }
    }

    /// The archive ends before this page.
    private struct NoSuchPage: Error {}

    private func events(_ feed: MergedFeed?, to request: Request) async -> Response? {
        guard let feed else { return nil }
        let headers = HTTPFields([
            ("Content-Type", "text/event-stream; charset=utf-8"), ("Cache-Control", "no-store"),
            ("X-Accel-Buffering", "no"),
        ])
        if request.method == .head { return Response(status: .ok, headers: headers) }
        let since = request.headers.values(of: "Last-Event-ID").flatMap { Int64($0) }
        let messages = await hub.subscribe(to: feed, after: since)
        let body = ResponseBody { writer in
            for await message in messages { try await writer.write(ByteBuffer(string: message)) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private func asset(_ path: String, to request: Request) -> Response? {
        Self.assets[path].map { Response($0.response(to: DocumentRequest(request))) }
    }

    /// They never change while the process lives: compressed once.
    private static let assets = Dictionary(
        PageAssets.all.map { asset in
            let document = RenderedDocument(
                asset.bytes,
                contentType: asset.contentType,
                lastModified: nil,
                cacheControl: "public, max-age=31536000, immutable",
                fields: [("X-Content-Type-Options", "nosniff")]
            )
            return (asset.path, document)
        },
        uniquingKeysWith: { $1 }
    )

    // MARK: - The daemon's own pages

    private func opml(to request: Request) async throws -> Response? {
        try await respond(to: request, key: "/sources.opml", now: now()) { site in
            let document = RenderedDocument(
                OPML.render(sources: site.sources, title: "Telex"),
                contentType: "text/x-opml; charset=utf-8",
                lastModified: nil,
                cacheControl: "no-cache"
            )
            return Snapshot(document: document, validUntil: nil)
        }
    }

    /// Read from the store once a second at most, however many screens show it.
    private func status(to request: Request, asJSON: Bool) async throws -> Response? {
        let moment = now()
        return try await respond(to: request, key: asJSON ? "/status.json" : "/status", now: moment) { site in
            let report = try await StatusReport(of: site, daemon: state(), store: store, now: moment)
            let document = RenderedDocument(
                asJSON ? report.json() : StatusPage.render(report),
                contentType: asJSON ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
                lastModified: nil,
                cacheControl: "no-store",
                fields: PageHeaders.fields
            )
            return Snapshot(document: document, validUntil: moment.addingTimeInterval(1))
        }
    }

    private func health(_ request: Request) async -> Response {
        var problem = state().problem
        if problem == nil {
            do {
                try await store.healthCheck()
            } catch {
                problem = "\(error)"
            }
        }
        let text = (problem ?? "ok") + "\n"
        let document = RenderedDocument(
            Array(text.utf8),
            contentType: "text/plain; charset=utf-8",
            lastModified: nil,
            cacheControl: "no-store"
        )
        var answer = document.response(to: DocumentRequest(isHead: request.method == .head))
        if problem != nil { answer.status = 503 }
        return Response(answer)
    }
}

extension Response {
    /// A refusal in one line of text.
    static func refusal(_ status: HTTPResponse.Status) -> Response {
        var fields: [(name: String, value: String)] = [
            ("Content-Type", "text/plain; charset=utf-8"), ("X-Content-Type-Options", "nosniff"),
        ]
        if status == .methodNotAllowed { fields.append(("Allow", "GET, HEAD")) }
        let line = "\(status.code) \(status.reasonPhrase)\n"
        return Response(
            status: status,
            headers: HTTPFields(fields),
            body: ResponseBody(byteBuffer: ByteBuffer(string: line))
        )
    }
}

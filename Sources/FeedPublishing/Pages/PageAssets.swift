// The files the pages need, each at an address made of its own content: they can be cached for ever.

import FeedModel

/// A file that pages refer to.
package struct PageAsset: Sendable, Equatable {
    /// From the root of the site, with the hash of the content in it: `/assets/telex-0123456789abcdef.css`.
    package let path: String
    package let contentType: String
    package let bytes: [UInt8]

    fileprivate init(name: String, ending: String, contentType: String, bytes: [UInt8]) {
        path = "/assets/\(name)-\(Self.hash(bytes)).\(ending)"
        self.contentType = contentType
        self.bytes = bytes
    }

    /// Names a version, proves nothing.
    private static func hash(_ bytes: [UInt8]) -> String {
        var hash = StableHash()
        hash.combine(bytes)
        return hash.textHash.hex
    }

    /// As pages write it: relative, so that a reverse proxy may serve everything under a path of its own, and so that
    /// a page opened by another name than base_url's still finds its style.
    var reference: String { String(path.dropFirst()) }
}

/// Everything to be served beside the pages.
package enum PageAssets {
    package static let style = PageAsset(
        name: "telex",
        ending: "css",
        contentType: "text/css; charset=utf-8",
        bytes: PackageResources.style_css
    )

    package static let script = PageAsset(
        name: "telex",
        ending: "js",
        contentType: "text/javascript; charset=utf-8",
        bytes: PackageResources.script_js
    )

    package static let icon = PageAsset(
        name: "telex",
        ending: "svg",
        contentType: "image/svg+xml",
        bytes: PackageResources.icon_svg
    )

    /// Every asset, for routing; each may be cached as immutable.
    package static let all = [style, script, icon]

    /// The Content-Security-Policy every page of ours works under: nothing inline, nothing from elsewhere but the
    /// pictures of the stories.
    package static let contentSecurityPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'",
        "img-src 'self' https: http:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
    ].joined(separator: "; ")
}

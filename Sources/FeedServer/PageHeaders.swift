// The header fields every page carries.

import FeedPublishing

/// Security header fields of HTML pages.
enum PageHeaders {
    static let fields: [(name: String, value: String)] = [
        ("Content-Security-Policy", PageAssets.contentSecurityPolicy), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ]
}

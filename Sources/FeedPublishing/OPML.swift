// The list of sources as OPML 2.0, for other readers to import. Holds no secrets.

package import FeedModel

/// Renders sources as OPML 2.0 (opml.org/spec2.opml).
package enum OPML {
    /// The document in UTF-8, in the order given. Sources that are no web feed, such as folders into which an agency
    /// delivers files, mean nothing to another reader and are left out; so are userinfo and keys in addresses.
    package static func render(sources: [Source], title: String) -> [UInt8] {
        var xml = XMLWriter()
        xml.start("opml", [("version", "2.0")])
        xml.start("head")
        xml.element("title", title)
        xml.end()
        xml.start("body")
        for source in sources {
            guard let address = WebAddress.web(WebAddress.withoutSecrets(source.url)) else { continue }
            let name = source.title ?? source.id.rawValue
            xml.empty("outline", [("type", "rss"), ("text", name), ("title", name), ("xmlUrl", address)])
        }
        xml.end()
        xml.end()
        return xml.bytes
    }
}

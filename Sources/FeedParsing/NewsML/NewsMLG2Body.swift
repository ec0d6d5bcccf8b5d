// The text of a NewsML-G2 item: the best of the renditions its contentSet offers. Data of another kind, such as results
// and figures in XML, is no text.

import FeedModel

struct NewsMLG2Body {
    private(set) var html: String?
    /// The NITF document the text is, for what its head says.
    private(set) var nitf: WireElement?

    /// The first rendition of the best kind that has any text.
    static func best(of contents: [WireElement], in item: WireItem, headline: String?) -> NewsMLG2Body {
        let documents = contents.filter { $0.name == "inlineXML" }
        for content in documents {
            if let html = content.descendants("html").first {
                let text = item.sanitized(XHTMLBody.html(of: html, headline: headline, context: item.context))
                if let text { return NewsMLG2Body(html: text) }
            }
        }
        for content in documents {
            if let nitf = content.first("nitf") { return NewsMLG2Body(nitf: nitf) }
        }
        for content in documents {
            if let text = item.sanitized(XHTMLBody.html(ofFragment: content, context: item.context)) {
                return NewsMLG2Body(html: text)
            }
        }
        let data = contents.filter { $0.name == "inlineData" && $0[attribute: "encoding"] == nil }
        func isHTML(_ content: WireElement) -> Bool { content[attribute: "contenttype"]?.contains("html") == true }
        for content in data.filter(isHTML) + data.filter({ !isHTML($0) }) {
            let type = content[attribute: "contenttype"]
            guard type.map({ $0.hasPrefix("text/") || $0.contains("html") }) ?? true else { continue }
            if let text = item.html(of: content.rawText(), type: type) { return NewsMLG2Body(html: text) }
        }
        return NewsMLG2Body()
    }
}

// Pictures, video and audio of a ninjs item: of each the rendition a web page would show.
// Refuses texts among the associations, and renditions that are no media (NITF, ANPA).

import FeedModel

/// The media of one item and of what it is associated with.
struct NinjsMedia {
    private(set) var enclosures: [Enclosure] = []
    private(set) var image: String?

    private enum Kind: String { case image, video, audio }

    private struct Rendition {
        var kind: Kind
        var name: String
        var enclosure: Enclosure
        /// In pixels; 0 when unknown.
        var width: Int
    }

    /// Wider pictures are for print.
    private static let widest = 2048
    /// Without widths, the names agencies give to what a page shows, best first.
    private static let webNames = ["viewimage", "preview", "web", "main", "r01"]
    private static let webTypes = ["image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp", "image/avif"]

    private let text: EntryText

    init(_ item: NinjsItem, _ text: EntryText) {
        self.text = text
        var pictures: [(name: String, url: String)] = []
        let associated = item.members(NinjsTerms.media).flatMap { Self.named($0.value) }
        for (index, (name, object)) in ([("", item)] + associated.prefix(Draft.mostValues)).enumerated() {
            guard let (best, picture) = best(of: object, isAssociation: index > 0) else { continue }
            if !enclosures.contains(where: { $0.url == best.url }) { enclosures.append(best) }
            if let picture { pictures.append((name, picture)) }
        }
        let main = NinjsTerms.mainPictures.lazy.compactMap { name in pictures.first { $0.name == name } }.first
        image = (main ?? pictures.first)?.url
    }

    /// The values of an object (ninjs 1) or a list (ninjs 2 and 3), with their names.
    private static func named(_ value: JSONValue) -> [(name: String, object: NinjsItem)] {
        if value.kind == .list {
            let objects = NinjsItem.elements(of: value).map(NinjsItem.init)
            return objects.map { ($0.scalar(["name", "id"])?.lowercased() ?? "", $0) }
        }
        let members = value.members.prefix(Draft.mostValues)
        return members.map { ($0.name.string?.lowercased() ?? "", NinjsItem(value: $0.value)) }
    }

    /// What to enclose of one object, and its picture (of a video the still); nil when it has no media.
    private func best(of object: NinjsItem, isAssociation: Bool) -> (Enclosure, picture: String?)? {
        let type = object.scalar(["type"])?.lowercased()
        let kind: Kind? =
            switch type {
            case "picture", "graphic", "image", "photo": .image
            case "video": .video
            case "audio": .audio
            default: nil
            }
        var list = object.members(NinjsTerms.renditions).flatMap { Self.named($0.value) }
        // An association may be its own and only rendition; the address of an item is its page.
        if list.isEmpty, isAssociation { list = [("", object)] }
        let renditions = list.compactMap { rendition($0.name, $0.object, of: kind) }
        let picture = Self.best(renditions.filter { $0.kind == .image })
        let wanted = kind ?? renditions.first?.kind
        guard let best = wanted == .image ? picture : Self.best(renditions.filter { $0.kind == wanted }) else {
            return picture.map { ($0.enclosure, $0.enclosure.url) }
        }
        return (best.enclosure, picture?.enclosure.url)
    }

    private func rendition(_ name: String, _ object: NinjsItem, of kind: Kind?) -> Rendition? {
        guard let url = text.address(object.first(NinjsTerms.href, \.string)),
            WireItem.isWeb(url) || text.base == nil && !url.contains(":")
        else { return nil }
        let type = object.scalar(NinjsTerms.contentType)?.lowercased()
        let stem = type?.prefix { $0 != "/" }
        guard let kind = stem.flatMap({ Kind(rawValue: String($0)) }) ?? (type == nil ? kind : nil) else { return nil }
        let length = object.first(NinjsTerms.byteCount) { $0.wholeNumber }
        let enclosure = Enclosure(url: url, type: type, length: length.flatMap { $0 >= 0 ? $0 : nil })
        let width = object.first(["width"], \.wholeNumber) ?? 0
        return Rendition(kind: kind, name: name, enclosure: enclosure, width: width)
    }

    private static func best(_ renditions: [Rendition]) -> Rendition? {
        let web = renditions.filter { $0.kind != .image || $0.enclosure.type.map(webTypes.contains) ?? true }
        let fitting = web.filter { (1...widest).contains($0.width) }
        // The first of equals stays: watermarked copies come later.
        if let widest = fitting.map(\.width).max() { return fitting.first { $0.width == widest } }
        let unmeasured = web.filter { $0.width <= 0 }
        if !unmeasured.isEmpty {
            return webNames.lazy.compactMap { name in unmeasured.first { $0.name == name } }.first ?? unmeasured.first
        }
        return web.min { $0.width < $1.width }
    }
}

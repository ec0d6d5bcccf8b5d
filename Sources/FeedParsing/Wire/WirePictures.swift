// The files that come with an item: enclosures, and the picture to show. Renditions too small to show are left out where
// there is a larger one.

import FeedModel

enum WirePictures {
    /// One rendition of a file.
    struct File {
        var address: String?
        var type: String?
        var length: String?
        var rendition: String?
        /// In pixels.
        var width: Int?
        /// The format says that it is a still picture, whatever its type.
        var isPicture = false

        var isThumbnail: Bool { rendition?.lowercased().contains("thumb") == true }
    }

    /// Adds the files a reader can fetch, and the best picture among them.
    static func add(_ files: [File], of item: WireItem, to entry: inout ParsedEntry) {
        let found = files.compactMap { file in
            item.enclosure(file.address, type: file.type, length: file.length).map { (file, $0) }
        }
        let large = found.filter { !$0.0.isThumbnail }
        let shown = large.isEmpty ? found : large
        entry.enclosures = (entry.enclosures + shown.map(\.1)).distinct
        let pictures = shown.filter { $0.0.isPicture || $0.1.type?.hasPrefix("image/") == true }
        let best = pictures.enumerated().max { left, right in
            let (one, other) = (merit(left.element.0), merit(right.element.0))
            return one != other ? one < other : left.offset > right.offset
        }
        entry.image = entry.image ?? best?.element.1.url
    }

    /// Made for showing on a page first, then the widest.
    private static func merit(_ file: File) -> Int {
        let rendition = file.rendition?.lowercased() ?? ""
        let isForPages = ["web", "view"].contains { rendition.contains($0) }
        return min(file.width ?? 0, 1_000_000) + (isForPages ? 2_000_000 : 0)
    }
}

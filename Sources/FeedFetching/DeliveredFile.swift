// One file on disk as a source sees it: what it is, whether it has changed, and its bytes.

import FeedModel
import FoundationEssentials

struct DeliveredFile: Sendable {
    let path: String
    let isRegular: Bool
    let isFolder: Bool
    /// Bytes.
    let size: Int
    /// Seconds since 1970.
    let modified: Double
    private let number: UInt64

    /// Follows symbolic links.
    init(path: String) throws(FetchFailure) {
        let resolved = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: resolved)
        } catch {
            throw FetchFailure(kind: .file, message: "\(path): \(Self.words(for: error))")
        }
        let type = attributes[.type] as? FileAttributeType
        self.path = path
        isRegular = type == .typeRegular
        isFolder = type == .typeDirectory
        size = (attributes[.size] as? UInt64).flatMap { Int(exactly: $0) } ?? (attributes[.size] as? Int) ?? 0
        modified = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        number = (attributes[.systemFileNumber] as? UInt64) ?? 0
    }

    /// The file: address.
    var url: String { URL(filePath: path).absoluteString }

    func read() throws(FetchFailure) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw FetchFailure(kind: .file, message: "\(path): \(Self.words(for: error))")
        }
    }

    /// The same for the same files unchanged: over names, sizes, times and file numbers (a file that was replaced by
    /// another of the same age and size is noticed by its number). Stored, so frozen.
    static func digest(of files: [DeliveredFile]) -> String {
        var hash = StableHash(recipe: "files", version: 1)
        for file in files {
            hash.combine([file.path, "\(file.size)", "\(file.modified.bitPattern)", "\(file.number)"])
        }
        return "files-1-\(hash.textHash.hex)"
    }

    static func words(for error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile?, .fileReadNoSuchFile?: "no such file or folder"
        case .fileReadNoPermission?: "permission denied: the user Telex runs as must be able to read it"
        default: "cannot be read"
        }
    }
}

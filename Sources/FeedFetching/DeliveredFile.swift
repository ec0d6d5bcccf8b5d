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
    /// another of the same age and size is noticed by its number). 64-bit FNV-1a; stored, so frozen.
    static func digest(of files: [DeliveredFile]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            let line = "\(file.path)\0\(file.size)\0\(file.modified.bitPattern)\0\(file.number)\n"
            for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        return "files-1-\(String(hash, radix: 16))"
    }

    static func words(for error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile?, .fileReadNoSuchFile?: "no such file or folder"
        case .fileReadNoPermission?: "permission denied: the user Telex runs as must be able to read it"
        default: "cannot be read"
        }
    }
}

// The templates that ship with Telex, read once. They are part of the program: one that does not parse is our own bug.

import Mustache

/// Renders the templates of Resources.
enum PageTemplates {
    /// The templates by name.
    enum Name: String, CaseIterable {
        case head, story, feed, index, status
    }

    /// The text of a template with its values filled in.
    static func render(_ name: Name, _ context: PageContext) -> String {
        library.render(context, withTemplate: name.rawValue) ?? ""
    }

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for name in Name.allCases {
            do {
                try library.register(String(decoding: bytes(of: name), as: UTF8.self), named: name.rawValue)
            } catch {
                preconditionFailure("template \(name.rawValue) does not parse: \(error)")
            }
        }
        return library
    }()

    private static func bytes(of name: Name) -> [UInt8] {
        switch name {
        case .head: PackageResources.head_mustache
        case .story: PackageResources.story_mustache
        case .feed: PackageResources.feed_mustache
        case .index: PackageResources.index_mustache
        case .status: PackageResources.status_mustache
        }
    }
}

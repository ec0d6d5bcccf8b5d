// What goes into a page template. Texts are escaped on the way in, so that no template can let one through as markup.

import Mustache

/// The named values of one template.
struct PageContext: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: PageValue] = [:]

    init(dictionaryLiteral elements: (String, PageValue?)...) {
        for (name, value) in elements { values[name] = value }
    }

    subscript(_ name: String) -> PageValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// What the template engine asks for; nil renders as nothing.
    func child(named name: String) -> Any? {
        switch values[name] {
        case .text(let text): ReadyMarkup(text: Markup.escaped(text))
        case .markup(let markup): ReadyMarkup(text: markup)
        case .flag(let flag): flag
        case .list(let contexts): contexts
        case nil: nil
        }
    }
}

/// A value for a template.
enum PageValue {
    /// Plain text; will be escaped.
    case text(String)
    /// Markup made of escaped parts; goes in as it is.
    case markup(String)
    case flag(Bool)
    case list([PageContext])

    /// Nil stays nil, so that a section for it is left out.
    static func optional(_ text: String?) -> PageValue? { text.map { .text($0) } }
}

/// Markup that the template engine writes as it stands: the templates turn its own escaping off, because that works by
/// Character and overlooks a quote that carries a combining mark.
private struct ReadyMarkup: MustacheCustomRenderable, MustacheParent {
    let text: String

    var renderText: String { text }
    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }
}

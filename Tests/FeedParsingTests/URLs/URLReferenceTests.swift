// References against the examples of RFC 3986, and against what feeds hold.

import FeedParsing
import TestSupport
import Testing

struct URLReferenceTests {
    /// RFC 3986, sections 5.4.1 and 5.4.2, with the base below.
    static let examples: [(reference: String, target: String)] = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
        ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g#s/./x"),
        ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ]

    @Test(arguments: examples)
    func referenceResolvesAsTheStandardSays(reference: String, target: String) {
        #expect(URLReference.resolve(reference, base: "http://a/b/c/d;p?q") == target)
    }

    @Test(arguments: [
        ("x", nil, "x"), ("#noot", nil, "#noot"), ("x", "news/", "x"), ("x", "", "x"), ("x", "mailto:a@b.example", "x"),
        ("x", "tag:a.example,2026:y", "x"), ("mailto:a@b.example", "http://a.example/", "mailto:a@b.example"),
        ("data:text/plain,x", "http://a.example/", "data:text/plain,x"),
        ("tag:a.example,2026:1", "http://a.example/", "tag:a.example,2026:1"),
        (" \n x.html \t", "http://a.example/", "http://a.example/x.html"), (" x ", nil, "x"),
        ("één/日本", "http://a.example/b/", "http://a.example/b/één/日本"),
        ("een twee.html", "http://a.example/", "http://a.example/een twee.html"),
        ("x", "http://a.example", "http://a.example/x"), ("?x", "http://a.example", "http://a.example?x"),
        ("http://a.example/b/../c", "http://b.example/", "http://a.example/b/../c"),
        ("x", "file:///var/news/feed.xml", "file:///var/news/x"),
        ("//cdn.example/x", "https://a.example/", "https://cdn.example/x"),
        ("x", "http://a.example/b?c=/d/e", "http://a.example/x"),
        ("x", "http://a.example/b#/c/d", "http://a.example/x"),
        ("1:x", "http://a.example/", "http://a.example/1:x"), ("x", " http://a.example/ ", "http://a.example/x"),
        ("///x", "http://a.example/b", "http:///x"), ("x?y=../z", "http://a.example/b/", "http://a.example/b/x?y=../z"),
        ("./", "http://a.example/b//c", "http://a.example/b//"),
        ("../x", "http://a.example/b//c", "http://a.example/b/x"),
    ])
    func wildReference(reference: String, base: String?, target: String) {
        #expect(URLReference.resolve(reference, base: base) == target)
    }

    @Test func resolvingTwiceChangesNothing() {
        var generator = SeededGenerator(seed: 3986)
        let pieces = ["a", "/", "..", ".", "?", "#", ":", "//", "é", " ", "%", "http:", "x@y", "[", "\u{0}"]
        for _ in 0..<20_000 {
            let reference = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }.joined()
            let once = URLReference.resolve(reference, base: "http://a.example/b/c")
            #expect(URLReference.resolve(once, base: "http://a.example/b/c") == once, "\(reference)")
        }
    }

    @Test func longPathsTakeNoLongTime() {
        let path = String(repeating: "../a/", count: 200_000)
        #expect(URLReference.resolve(path, base: "http://a.example/b/c") == "http://a.example/a/")
    }
}

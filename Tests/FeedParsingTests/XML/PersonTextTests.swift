import FeedModel
import Testing

@testable import FeedParsing

@Suite struct PersonTextTests {
    @Test(arguments: [
        ("jan@krant.example (Jan Jansen)", Person(name: "Jan Jansen", email: "jan@krant.example")),
        ("Jan Jansen (jan@krant.example)", Person(name: "Jan Jansen", email: "jan@krant.example")),
        ("Jan Jansen <jan@krant.example>", Person(name: "Jan Jansen", email: "jan@krant.example")),
        ("jan@krant.example", Person(email: "jan@krant.example")),
        ("mailto:jan@krant.example", Person(email: "jan@krant.example")),
        ("Jan jan@krant.example Jansen", Person(name: "Jan Jansen", email: "jan@krant.example")),
        ("ANP (Buitenland)", Person(name: "ANP (Buitenland)")),
        ("@anp", Person(name: "@anp")),
        ("()", Person(name: "()")),
        ("", Person()),
    ])
    func formsOfAnAuthor(_ line: String, _ person: Person) {
        #expect(PersonText.parse(line) == person)
    }
}

@Suite struct Base64Tests {
    @Test func linesAndPaddingAreRead() {
        #expect(Base64.decode(Array("QUJD\n REU=".utf8)[...]) == Array("ABCDE".utf8))
    }

    @Test func otherTextIsNone() {
        #expect(Base64.decode(Array("{\"a\":1}".utf8)[...]) == nil)
    }
}

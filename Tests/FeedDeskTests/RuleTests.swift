// Words and expressions of include and exclude, and the merged feeds they make.

import FeedModel
import TestSupport
import Testing

@testable import FeedDesk

@Suite struct RuleTests {
    @Test(arguments: [
        ("klimaat", "Klimaat: top in Parijs", true), ("klimaat", "Klimaattop in Parijs", false),
        ("geneve", "Overleg in GENÈVE", true), ("Genève", "overleg in geneve", true),
        ("witte huis", "Het Witte Huis zwijgt", true), ("witte huis", "Het huis is witte", false),
        ("witte huis", "Witte, huis", true), ("NAVO-top", "NAVO top begint", true), ("5", "15 doden", false),
    ])
    func wordsMatchWholeWhateverCaseAndAccents(rule: String, text: String, matches: Bool) throws {
        #expect(try Rule(rule).matches(text) == matches)
    }

    @Test(arguments: [
        ("/klima.*top/", "Klimaattop in Parijs", true), ("/^klimaat/", "Over klimaat", false),
        ("/(NAVO|EU)-top/", "De eu-top begint", true), ("/\\bAP\\b/", "Bron AP.", true),
        ("/\\bAP\\b/", "papier", false),
        ("/[0-9]{2,3} doden/", "12 doden", true), ("/^[0-9]{2,3} doden$/", "1234 doden", false),
        ("/colou?r/i", "COLOR", true), ("/[^a-z]x/", "ax", false), ("/[^a-z]x/", "1x", true), ("/a{2}/", "aa", true),
        ("/É/", "é", true), ("/[À-Ö]/", "è", true), ("/\\d+\\s+graden/", "30  graden", true), ("/a|b|/", "", true),
        ("/(?:ab)+?c/", "ababc", true), ("/\\./", "a.b", true), ("/[]a]/", "]", true), ("/[a-]/", "-", true),
        ("/x{/", "x{", true), ("/^$/", "", true), ("/\\Bb/", "ab", true), ("/\\W\\S\\D/", " ab", true),
        ("/ß/", "SS", false),
        ("/a.c/", "a\nc", false), ("/(a*)*b/", "aaab", true),
    ])
    func expressionsMatchAnywhereWhateverTheCase(rule: String, text: String, matches: Bool) throws {
        #expect(try Rule(rule).matches(text) == matches)
    }

    @Test(arguments: [
        ("", "rule \"\" has no word in it; write a word or /an expression/"),
        ("//", "rule \"//\" has no word in it; write a word or /an expression/"),
        ("/(a/", "rule /(a/: ( is not closed (character 1)"),
        ("/a)/", "rule /a)/: unexpected ) (character 2)"),
        ("/*a/", "rule /*a/: nothing to repeat (character 1)"),
        ("/a**/", "rule /a**/: nothing to repeat (character 1)"),
        ("/[z-a]/", "rule /[z-a]/: the range z-a ends before it begins (character 2)"),
        ("/[a/", "rule /[a/: [ is not closed (character 1)"),
        ("/(?=a)/", "rule /(?=a)/: (?= is not supported: look-around and back-references are left out (character 1)"),
        ("/(a)\\1/", "rule /(a)\\1/: \\1 is not supported: look-around and back-references are left out (character 4)"),
        ("/\\y/", "rule /\\y/: unknown escape \\y (character 1)"),
        ("/a{3,2}/", "rule /a{3,2}/: the range {3,2} ends before it begins (character 2)"),
        ("/a{900}/", "rule /a{900}/: repeats too often; use smaller counts (character 2)"),
        ("/((x{200}){200}){200}/", "rule /((x{200}){200}){200}/: repeats too often; use smaller counts (character 1)"),
        (
            "/((((){200}){200}){200}){200}/",
            "rule /((((){200}){200}){200}){200}/: repeats too often; use smaller counts (character 1)"
        ),
        ("/a\\/", "rule /a\\/: ends in a backslash (character 2)"),
    ])
    func whatCannotBeUsedIsRefusedInOneLine(rule: String, description: String) {
        #expect(throws: RuleError.self) { try Rule(rule) }
        do throws(RuleError) { _ = try Rule(rule) } catch { #expect(error.description == description) }
    }

    @Test func expressionsThatBacktrackElsewhereTakeLinearTimeHere() throws {
        let text = String(repeating: "a", count: 3_000)
        let steps = ["/(a+)+$b/", "/(a|a)*b/", "/(a|aa)+c/", "/(.*)*x/", "/a?a?a?a?a?a?a?a?a?a?aaaaaaaaaab/"]
        for rule in steps { #expect(try !Rule(rule).matches(text)) }
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func noExpressionTraps(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let signs = Array("ab.*+?{}[]()|^$\\-1,dwsBé/:")
        for _ in 0..<400 {
            let expression = String(
                (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                    signs[Int.random(in: 0..<signs.count, using: &generator)]
                }
            )
            if let rule = try? Rule("/\(expression)/") { _ = rule.matches("abba 11 é-b") }
        }
    }

    @Test func feedsTakeWhatTheirRulesSayAndTellWhy() throws {
        var configuration = Configuration()
        configuration.feeds = [
            MergedFeed(id: "all", title: "Alles"),
            MergedFeed(id: "abroad", title: "Buitenland", scope: .foreign),
            MergedFeed(id: "home", title: "Binnenland", scope: .domestic),
            MergedFeed(id: "agency", title: "Reuters", include: ["reuters"]),
            MergedFeed(id: "place", title: "Frankrijk", include: ["parijs", "/^lyon$/"], exclude: ["sport"]),
            MergedFeed(id: "other", title: "Anders", sources: ["rtr*", "afp"]),
            MergedFeed(id: "broken", title: "Stuk", include: ["/(/"]),
        ]
        var room = Newsroom(configuration)
        var entry = ParsedEntry.test("a", "Premier van Frankrijk stapt op", "PARIJS (ANP/RTR) - Tekst.")
        entry.categories = [Category(term: "Politiek")]
        let write = try #require(room.poll(.test("anp"), [entry], now: noon).stories.first)
        #expect(
            write.memberships.map { "\($0.feedID) \($0.isIncluded): \($0.reason)" } == [
                "all true: scope all",
                "abroad true: foreign: dateline PARIJS",
                "home false: scope domestic, but foreign: dateline PARIJS",
                "agency true: scope all; include reuters matches in agency",
                "place true: scope all; include parijs matches in place",
                "other false: none of its sources is in sources [\"rtr*\", \"afp\"]",
                "broken false: no include rule matches",
            ]
        )
        var sport = ParsedEntry.test("b", "Renner wint etappe naar bergtop", "Tekst.")
        sport.categories = [Category(term: "Sport")]
        let other = try #require(room.poll(.test("anp"), [sport], now: noon).stories.first)
        #expect(other.memberships[1].reason == "scope foreign, but nothing tells whether it is foreign")
        #expect(other.memberships[4].reason == "exclude sport matches in category")
    }
}

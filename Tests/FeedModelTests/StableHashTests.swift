// The hash that stored keys rest on: frozen values, and fields that cannot run together.

import FeedModel
import Testing

@Suite struct StableHashTests {
    private func hash(_ fields: String...) -> UInt64 {
        var hash = StableHash()
        for field in fields { hash.combine(field) }
        return hash.value
    }

    @Test func valuesAreFrozen() {
        var hash = StableHash(recipe: "headline", version: 1)
        hash.combine("witte huis verwerpt kritiek")
        #expect(hash.textHash.hex == "b369f9b0eb036011")
        #expect(self.hash() == 0xEFD0_1F60_BA99_2926)
    }

    @Test func fieldsDoNotRunTogether() {
        #expect(hash("ab", "c") != hash("a", "bc"))
        #expect(hash("ab") != hash("ab", ""))
        var list = StableHash()
        list.combine(["a", "b"])
        #expect(list.value != hash("a", "b"))
    }

    @Test func nothingAndTheEmptyTextDiffer() {
        var nothing = StableHash()
        nothing.combine(String?.none)
        #expect(nothing.value != hash(""))
    }
}

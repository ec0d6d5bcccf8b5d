// Durations as people write them.

import FeedModel
import Testing

@Suite struct DurationTextTests {
    @Test(arguments: [
        (90, "90s"), (300, "5m"), (172_800, "48h"), (604_800, "7d"), (7_776_000, "90d"), (0, "0s"), (3601, "3601s"),
        (86_400, "24h"),
    ])
    func theShortestExactUnitIsChosen(seconds: Int, spelled: String) {
        #expect(Duration.seconds(seconds).spelled == spelled)
    }
}

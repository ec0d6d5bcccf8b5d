// The gate before the parser.

import Synchronization
import Testing

@testable import Aggregator

@Suite(.timeLimit(.minutes(5))) struct ParseGateTests {
    private final class Count: Sendable {
        let now = Atomic(0)
        let most = Atomic(0)
    }

    @Test(arguments: [1, 2, 5])
    func neverMoreAtOnceThanThereArePlaces(_ places: Int) async {
        let gate = ParseGate(places: places)
        let count = Count()
        let total = await withTaskGroup(of: Int.self) { group in
            for index in 0..<200 {
                group.addTask {
                    await gate.run {
                        let running = count.now.add(1, ordering: .relaxed).newValue
                        count.most.max(running, ordering: .relaxed)
                        count.now.subtract(1, ordering: .relaxed)
                        return index
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(total == 199 * 100)
        #expect(count.most.load(ordering: .relaxed) <= places)
        #expect(count.now.load(ordering: .relaxed) == 0)
    }

    @Test func thereIsAlwaysAPlace() async {
        #expect(await ParseGate(places: 0).run { 7 } == 7)
    }
}

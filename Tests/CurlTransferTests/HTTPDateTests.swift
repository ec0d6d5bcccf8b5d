// The three forms of HTTP's dates, and what is none.

import CurlTransfer
import Testing

@Suite struct HTTPDateTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func theFormsOfRFC9110AreRead(text: String) {
        #expect(HTTPDate.secondsSince1970(text) == 784_111_777)
    }

    @Test(arguments: ["", "-1", "soon", "Sun, 99 Foo 1994"])
    func whatIsNoDateIsNil(text: String) {
        #expect(HTTPDate.secondsSince1970(text) == nil)
    }
}

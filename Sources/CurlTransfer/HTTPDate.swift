// HTTP's dates, read by libcurl: it takes all three forms of RFC 9110 section 5.6.7 and the usual slips.

import CLibCurl

package enum HTTPDate {
    /// Seconds since 1970; nil when the text is no date.
    package static func secondsSince1970(_ text: String) -> Int? {
        let seconds = curl_getdate(text, nil)
        return seconds == -1 ? nil : Int(seconds)
    }
}

// What `telex check` prints: complete, aligned, and without secrets.

import FeedModel
import Testing

@testable import TelexConfiguration

struct ConfigurationSummaryTests {
    @Test func aConfigurationIsSaidInWords() throws {
        let text = """
            server: { base_url: https://nieuws.example.nl }
            polling: { contact: desk@example.nl, allow_private: true }
            dedup: { match: headline }
            sources:
              - url: https://feeds.example.nl/anp.rss
                id: anp
                title: ANP
                agency: ANP
                interval: 2m
                priority: 10
                scope: foreign
                headers: { X-Key: geheim, Accept-Language: nl }
                username: desk
                password_file: password
                quiet_after: 2h
                exclude: [a, b, c]
                dedup: false
              - url: https://b.example/
                id: off
                enabled: false
                allow_private: false
                proxy: http://proxy.example.nl:3128
            feeds:
              - id: buitenland
              - id: x
                sources: [o*]
                include: Gaza
                hub: https://hub.example/
                output: uit
            """
        let configuration = try #require(Reading.read(text).configuration)
        let expected = """
            listens on  127.0.0.1:8080
            links to    https://nieuws.example.nl
            stores in   /var/lib/telex/telex.db, for 90d
            polls       every 5m, at most 6h apart when backing off
                        64 at once, 2 per host
                        within 30s, 10s of it to connect
                        documents up to 10MiB
            merges      the same headline within 48h
            at home in  NL
            contact     desk@example.nl
            allows      redirects to private addresses

            2 sources:
              ID   POLLED            AGENCY  SCOPE    PRIORITY  URL
              anp  every 2m          ANP     foreign  10        https://feeds.example.nl/anp.rss
                  titled ANP
                  asked with basic credentials
                  asked with the headers X-Key and Accept-Language
                  reported quiet after 2h without anything new
                  nothing that mentions a, b or c
                  may redirect to private addresses
                  never merged with other sources
              off  never (disabled)  -       auto     0         https://b.example/
                  asked through http://proxy.example.nl:3128

            2 feeds:
              buitenland: Buitenland (nl)
                  https://nieuws.example.nl/buitenland and .atom, .rss, .json
                  foreign stories of 1 source: anp
                  at most 50 at once, none older than 7d
              x: x (nl)
                  https://nieuws.example.nl/x and .atom, .rss, .json
                  all stories of no source
                  at most 50 at once, none older than 7d
                  only what mentions Gaza
                  announced at https://hub.example/
                  written to /var/lib/telex/uit
            """
        #expect(ConfigurationSummary.lines(of: configuration).joined(separator: "\n") == expected)
    }

    @Test func noSourcesIsSaid() throws {
        let configuration = try #require(Reading.read("").configuration)
        #expect(ConfigurationSummary.lines(of: configuration).contains("No sources: nothing will be polled."))
    }
}

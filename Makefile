# The door to everything: `make demo` and `make test` are all that a fresh Debian machine needs.

CONFIG ?= config/telex.yaml
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= .build
TELEX = $(BUILD)/release/telex
# One line of shell: set up once, then $$swift is the compiler found.
SETUP = swift=$$(scripts/setup build | tail -n 1) && [ -n "$$swift" ]
SETUP_TEST = swift=$$(scripts/setup test | tail -n 1) && [ -n "$$swift" ]

.PHONY: demo test run release install uninstall format lint bench fuzz clean help

help:
	@echo 'make demo       three simulated agencies and the daemon that merges them'
	@echo 'make test       every test'
	@echo 'make run        the daemon with CONFIG=$(CONFIG)'
	@echo 'make install    binary, unit, example configuration; PREFIX=$(PREFIX)'
	@echo 'make format lint bench fuzz clean'

demo: release
	$(TELEX) demo $(ARGS)

release:
	@$(SETUP) && $$swift build -c release --static-swift-stdlib --product telex --scratch-path $(BUILD)

test:
	@$(SETUP_TEST) && SWIFT=$$swift scripts/test

run: release
	$(TELEX) serve --config $(CONFIG)

# The service's user is made when it starts and owns nothing: the configuration is for all to read. Secrets have files of
# their own (LoadCredential).
install: release
	install -D -s -m 755 $(TELEX) $(DESTDIR)$(PREFIX)/bin/telex
	install -d $(DESTDIR)$(PREFIX)/share/telex/demo
	install -m 644 Fixtures/demo/* $(DESTDIR)$(PREFIX)/share/telex/demo/
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|/usr/bin/telex|$(PREFIX)/bin/telex|' systemd/telex.service > $(DESTDIR)$(PREFIX)/lib/systemd/system/telex.service
	[ -e $(DESTDIR)/etc/telex/telex.yaml ] || install -D -m 644 config/telex.yaml $(DESTDIR)/etc/telex/telex.yaml

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/bin/telex $(DESTDIR)$(PREFIX)/share/telex $(DESTDIR)$(PREFIX)/lib/systemd/system/telex.service

format:
	@$(SETUP) && $$swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks FuzzTesting

lint:
	@$(SETUP_TEST) && SWIFT=$$swift scripts/lint

bench:
	@$(SETUP) && SWIFT=$$swift Benchmarks/run $(ARGS)

fuzz:
	@$(SETUP) && SWIFT=$$swift FuzzTesting/run $(ARGS)

clean:
	rm -rf .build .build-*

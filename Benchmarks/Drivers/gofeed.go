// Times gofeed in its own process. Usage: gofeed ROUNDS FILE... One JSON line a round. ROUNDS is a number, 0 to tell
// what is found in each file, or - for a round for each line read from standard input.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"syscall"

	"github.com/mmcdole/gofeed"
)

type survey struct {
	Found []int `json:"found"`
}

type round struct {
	Seconds float64 `json:"seconds"`
	Bytes   int     `json:"bytes"`
	Items   int     `json:"items"`
	Output  int     `json:"output"`
}

// Entries and the size of their text; nothing where gofeed gives up.
func work(document []byte) (items, output int) {
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(document))
	if err != nil {
		return 0, 0
	}
	for _, item := range feed.Items {
		output += len(item.Title) + len(item.Link) + len(item.Description) + len(item.Content)
	}
	return len(feed.Items), output
}

func processorSeconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func print(result any) {
	line, err := json.Marshal(result)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: gofeed ROUNDS FILE...")
		os.Exit(64)
	}
	var documents [][]byte
	var expected round
	var found survey
	for _, name := range os.Args[2:] {
		document, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(66)
		}
		items, output := work(document)
		documents = append(documents, document)
		found.Found = append(found.Found, items)
		expected.Bytes += len(document)
		expected.Items += items
		expected.Output += output
	}
	if os.Args[1] == "0" {
		print(found)
	}
	left, _ := strconv.Atoi(os.Args[1])
	lines := bufio.NewScanner(os.Stdin)
	for ; left > 0 || os.Args[1] == "-" && lines.Scan(); left-- {
		result := round{Bytes: expected.Bytes}
		start := processorSeconds()
		for _, document := range documents {
			items, output := work(document)
			result.Items += items
			result.Output += output
		}
		seconds := processorSeconds() - start
		if result != expected {
			fmt.Fprintln(os.Stderr, "two rounds of the same work differed")
			os.Exit(70)
		}
		result.Seconds = seconds
		print(result)
	}
}

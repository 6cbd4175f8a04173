package vocabulary

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed schema/aws.txt
	awsText string
	//go:embed schema/azurerm.txt
	azurermText string
	//go:embed schema/google.txt
	googleText string
	//go:embed schema/builtin.txt
	builtinText string
)

// The files point at their texts, as copying even a string header would be work at start.
var (
	aws     = file{text: &awsText}
	azurerm = file{text: &azurermText}
	google  = file{text: &googleText}
	builtin = file{text: &builtinText} // Terraform's own types, and the small utility providers together
)

// A file is the schemas of one provider: sorted lines, and what is parsed of them so far, by name.
type file struct {
	text                       *string
	resources, data, providers sync.Map // of *Schema

	mu     sync.Mutex // held while a line is parsed
	shared map[string]*sharedBody
}

// fileOf returns the file that would have a type, which starts with its provider's name.
func fileOf(typ string) *file {
	provider, _, _ := strings.Cut(typ, "_")
	switch provider {
	case "aws":
		return &aws
	case "azurerm":
		return &azurerm
	case "google":
		return &google
	}
	return &builtin
}

// schema returns the schema of the line that starts with prefix and name, or nil. Names that no line has are not
// remembered: there is no end to them.
func (f *file) schema(parsed *sync.Map, prefix, name string) *Schema {
	if s, ok := parsed.Load(name); ok {
		return s.(*Schema)
	}
	if !plain(name) {
		return nil
	}
	line, ok := find(*f.text, prefix+name)
	if !ok {
		return nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	// The key is the line's own copy of the name: the caller's may be a piece of a large input.
	key := line[len(prefix) : len(prefix)+len(name)]
	s, _ := parsed.LoadOrStore(key, f.parse(line, new(Schema)))
	return s.(*Schema)
}

// plain tells whether a name is one of a type or a provider, not of some other line of the file.
func plain(name string) bool {
	for i := range len(name) {
		if !isWord(name[i]) {
			return false
		}
	}
	return true
}

// find returns the line whose first word is key. Every line ends in a newline, and the first words are sorted.
func find(text, key string) (line string, ok bool) {
	low, high := 0, len(text)
	for low < high {
		start := low + 1 + strings.LastIndexByte(text[low:(low+high)/2], '\n')
		end := start + strings.IndexByte(text[start:high], '\n')
		word, _, _ := strings.Cut(text[start:end], " ")
		switch {
		case word == key:
			return text[start:end], true
		case word < key:
			low = end + 1
		default:
			high = start
		}
	}
	return "", false
}

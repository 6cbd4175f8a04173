package compact

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
)

// A source is one provider's schema as it is read. Google's defaults and allowed values are left behind: they are
// stated for a few attributes only, and a list with gaps is taken for a whole one.
type source struct {
	Provider    string             `json:"provider"`
	Version     string             `json:"provider_version"`
	Package     string             `json:"source_package"`
	Resources   map[string]content `json:"resources"`
	DataSources map[string]content `json:"data_sources"`
	Config      content            `json:"provider_config"`
}

type content struct {
	Attributes map[string]attribute `json:"attributes"`
	Blocks     map[string]block     `json:"blocks"`
}

type attribute struct {
	Type       string               `json:"type"`
	Required   bool                 `json:"required"`
	Optional   bool                 `json:"optional"`
	Computed   bool                 `json:"computed"`
	Attributes map[string]attribute `json:"attributes"` // the inside of an object
}

type block struct {
	content
	Nesting   string `json:"nesting"`
	MaxItems  int    `json:"max_items"` // 1, or 0 where no limit is known
	Required  bool   `json:"required"`
	Opaque    bool   `json:"opaque"`    // the inside is unknown
	Recursive bool   `json:"recursive"` // the inside is that of the nearest enclosing block of this name
}

func read(path string) (*source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	src := new(source)
	if err := json.NewDecoder(unzipped).Decode(src); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return src, nil
}

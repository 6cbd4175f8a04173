package terraform_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"golang.org/x/tools/txtar"
)

// ordered are the golden files that are about order, or in which text that
// stands in a diagnostic depends on it.
var ordered = map[string]string{
	"cycles":         "a cycle is told from where it was entered",
	"duplicates":     "the first of two stays",
	"overrides":      "overrides come after what they override",
	"overrides_json": "as above",
	"syntax_error":   "the file cannot be taken apart",
	"hostile":        "the file cannot be taken apart",
	"cut_short":      "as above",
	"files":          "names of files are what it is about",
	"strict_meta":    "the second of two is told of",
}

// In which file and in which order the blocks of a module stand never matters.
func TestOrderDoesNotMatter(t *testing.T) {
	for _, file := range goldenFiles(t) {
		name := strings.TrimSuffix(path.Base(file), ".txtar")
		if ordered[name] != "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := readCase(t, archive)
			want := c.dump(t, true)
			for seed := range uint64(5) {
				shuffled := c
				shuffled.files = shuffle(t, c.files, rand.New(rand.NewPCG(seed, 0)))
				if diff := cmp.Diff(want, shuffled.dump(t, true)); diff != "" {
					t.Fatalf("seed %d: -in order, +shuffled:\n%s\n%s", seed, diff, txtar.Format(&txtar.Archive{Files: shuffled.files}))
				}
			}
		})
	}
}

// shuffle deals the blocks of each folder out to new files.
func shuffle(t *testing.T, files []txtar.File, random *rand.Rand) []txtar.File {
	blocks := make(map[string][][]byte)
	var out []txtar.File
	for _, f := range files {
		if path.Ext(f.Name) != ".tf" {
			out = append(out, f)
			continue
		}
		dir := path.Dir(f.Name)
		blocks[dir] = append(blocks[dir], blocksOf(t, f)...)
	}
	for dir, found := range blocks {
		random.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
		for i := 0; len(found) > 0; i++ {
			n := 1 + random.IntN(len(found))
			out = append(out, txtar.File{
				Name: path.Join(dir, fmt.Sprintf("%c%d.tf", 'a'+random.IntN(26), i)),
				Data: bytes.Join(found[:n], []byte("\n")),
			})
			found = found[n:]
		}
	}
	slices.SortFunc(out, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func blocksOf(t *testing.T, f txtar.File) [][]byte {
	parsed, diags := hclsyntax.ParseConfig(f.Data, f.Name, hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var out [][]byte
	for _, b := range parsed.Body.(*hclsyntax.Body).Blocks {
		out = append(out, f.Data[b.TypeRange.Start.Byte:b.CloseBraceRange.End.Byte])
	}
	return out
}

package policy

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"
)

// Limits of a source.
const (
	mostFiles = 10_000
	mostBytes = 64 << 20
)

// manifestFile is OPA's: what a bundle says about itself.
const manifestFile = ".manifest"

// Open opens policies of the operating system: a folder, one file of it, or a bundle, which is such a folder as .tar.gz. "@" and
// a digest after the path, as Digest makes it, say what must be found there.
func Open(name string) (Source, error) {
	file, _ := Pinned(name)
	abs, err := filepath.Abs(file)
	if err != nil {
		return Source{}, fmt.Errorf("cannot read the policies %s: %w", file, err)
	}
	return OpenIn(os.DirFS(filepath.Dir(abs)), filepath.Base(abs), name)
}

// Pinned parts the path from the digest that stands behind it, "" for none.
func Pinned(name string) (file, digest string) {
	file, digest, pinned := strings.Cut(name, "@"+digestKind)
	if !pinned {
		return file, ""
	}
	return file, digestKind + digest
}

const digestKind = "sha256:"

// OpenIn is Open for what lies at a path of a file system, and is named as it would be for Open.
func OpenIn(fsys fs.FS, at, name string) (Source, error) {
	file, digest := Pinned(name)
	source, err := open(fsys, at, file)
	if err != nil || digest == "" {
		return source, err
	}
	found, err := Digest(source)
	if err != nil {
		return source, err
	}
	if found != digest {
		return source, fmt.Errorf("%s is not what was pinned: its digest is %s", file, found)
	}
	return source, nil
}

func open(fsys fs.FS, at, name string) (Source, error) {
	shown := filepath.ToSlash(filepath.Clean(name))
	info, err := fs.Stat(fsys, at)
	if err != nil {
		return Source{}, fmt.Errorf("cannot read the policies %s: %w", name, cause(err))
	}
	switch {
	case info.IsDir():
		folder, err := fs.Sub(fsys, at)
		return Source{Name: shown, FS: folder}, err
	case strings.HasSuffix(name, ".tar.gz") || strings.HasSuffix(name, ".tgz"):
		data, err := fs.ReadFile(fsys, at)
		if err != nil {
			return Source{}, fmt.Errorf("cannot read the policies %s: %w", name, cause(err))
		}
		files, err := unpack(data)
		if err != nil {
			return Source{}, fmt.Errorf("%s is no bundle: %w", name, err)
		}
		return Source{Name: shown, FS: files}, nil
	}
	if ext := filepath.Ext(name); ext != ".rego" && ext != ".yaml" && ext != ".yml" {
		return Source{}, fmt.Errorf("%s holds no policies: they are a folder, a file of Rego or YAML, or a bundle .tar.gz", name)
	}
	folder, err := fs.Sub(fsys, path.Dir(at))
	return Source{Name: path.Dir(shown), FS: folder, Only: path.Base(at)}, err
}

// cause is an error without the path, which the caller names.
func cause(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}

// unpack reads an archive into memory. Names that lead out of it are refused, and links are none of it.
func unpack(data []byte) (fs.FS, error) {
	zipped, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	archive, total := tar.NewReader(zipped), int64(0)
	var files txtar.Archive
	for {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return txtar.FS(&files)
		}
		if err != nil {
			return nil, err
		}
		if header.Typeflag != tar.TypeReg {
			continue
		}
		name := path.Clean(strings.TrimPrefix(header.Name, "/"))
		if !fs.ValidPath(name) {
			return nil, fmt.Errorf("%q leads out of it", header.Name)
		}
		if total += header.Size; total > mostBytes || len(files.Files) == mostFiles {
			return nil, fmt.Errorf("it holds more than %d files or %d MB", mostFiles, mostBytes>>20)
		}
		text, err := io.ReadAll(archive)
		if err != nil {
			return nil, err
		}
		files.Files = append(files.Files, txtar.File{Name: name, Data: text})
	}
}

// filesOf are the files of a source in a fixed order, those of hidden folders left out.
func filesOf(source Source) ([]*file, error) {
	var files []*file
	total := 0
	err := fs.WalkDir(source.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && (strings.HasPrefix(path.Base(name), ".") || source.Only != ""):
			return fs.SkipDir
		case entry.IsDir() || !belongs(name) || entry.Type()&^fs.ModeSymlink != 0:
			return nil
		}
		if info, err := fs.Stat(source.FS, name); err != nil || !info.Mode().IsRegular() { // a link is followed
			return err
		}
		data, err := fs.ReadFile(source.FS, name)
		if err != nil {
			return err
		}
		if total += len(data); total > mostBytes || len(files) == mostFiles {
			return fmt.Errorf("there are more than %d files or %d MB", mostFiles, mostBytes>>20)
		}
		files = append(files, &file{source.prefix() + name, data})
		return nil
	})
	return files, err
}

// belongs tells whether a file is a part of policies, by its name.
func belongs(name string) bool {
	return path.Base(name) == manifestFile ||
		slices.Contains([]string{".rego", ".yaml", ".yml", ".txtar"}, path.Ext(name)) || path.Base(name) == "data.json"
}

// Digest is what a source holds in one word: "sha256:" and a number. That of a folder and of a bundle of it are equal.
func Digest(source Source) (string, error) {
	files, err := filesOf(source)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%q %x\n", strings.TrimPrefix(f.name, source.prefix()), sha256.Sum256(f.data))
	}
	return digestKind + hex.EncodeToString(sum.Sum(nil)), nil
}

// manifest checks that a bundle holds what it says: packages and data outside of its roots are a mistake.
func (l *loader) manifest(source Source, files []*file) {
	i := slices.IndexFunc(files, func(f *file) bool { return f.name == source.prefix()+manifestFile })
	if i < 0 {
		return
	}
	var said struct {
		Revision string         `json:"revision"`
		Roots    *[]string      `json:"roots"`
		Version  int            `json:"rego_version"`
		Versions map[string]int `json:"file_rego_versions"`
		Metadata map[string]any `json:"metadata"`
	}
	at := start(files[i].name)
	decoder := json.NewDecoder(bytes.NewReader(files[i].data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&said); err != nil {
		l.diags.Errorf(at, "the manifest cannot be read: %v", err)
		return
	}
	if said.Roots == nil {
		return
	}
	for _, f := range files {
		within := strings.TrimPrefix(f.name, source.prefix())
		if path.Ext(within) == ".rego" || strings.HasPrefix(path.Base(within), "data.") {
			if !slices.ContainsFunc(*said.Roots, func(root string) bool { return root == "" || within == root || strings.HasPrefix(within, root+"/") }) {
				l.diags.Errorf(at, "%s lies outside of the roots that the manifest names", within)
			}
		}
	}
}

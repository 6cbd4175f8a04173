package funcs

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// ErrOutside is the error of a path that leads out of the folder that may be read. It and fs.ErrNotExist are wrapped by the errors
// of the file functions, so that a caller can tell them from faults of the source (hclsyntax.FunctionCallDiagExtra has the error).
var ErrOutside = errors.New("the path leads outside the scan's boundary")

// maxFile bounds the files whose content becomes a value. Hashes are taken of files of any size.
const maxFile = 32 << 20

// A sandbox is the folder that relative paths start from, and the file system that they must not leave.
type sandbox struct {
	fsys fs.FS
	dir  string
}

func (s sandbox) funcs() table {
	return table{
		"file":             onString("path", s.file),
		"filebase64":       onString("path", s.filebase64),
		"filebase64sha256": s.hashed(sha256.New, base64.StdEncoding.EncodeToString),
		"filebase64sha512": s.hashed(sha512.New, base64.StdEncoding.EncodeToString),
		"fileexists":       onStrings(cty.Bool, s.fileexists, "path"),
		"filemd5":          s.hashed(md5.New, hex.EncodeToString),
		"fileset":          onStrings(cty.Set(cty.String), s.fileset, "path", "pattern"),
		"filesha1":         s.hashed(sha1.New, hex.EncodeToString),
		"filesha256":       s.hashed(sha256.New, hex.EncodeToString),
		"filesha512":       s.hashed(sha512.New, hex.EncodeToString),
	}
}

func (s sandbox) file(p string) (string, error) {
	content, err := s.read(p)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(content) {
		return "", fmt.Errorf("%q is not a text in UTF-8; filebase64 and the hash functions read such files", p)
	}
	return string(content), nil
}

func (s sandbox) filebase64(p string) (string, error) {
	content, err := s.read(p)
	return base64.StdEncoding.EncodeToString(content), err
}

func (s sandbox) hashed(algorithm func() hash.Hash, encode func([]byte) string) function.Function {
	return onString("path", func(p string) (string, error) {
		f, err := s.open(p)
		if err != nil {
			return "", err
		}
		defer f.Close()
		h := algorithm()
		if _, err := io.Copy(h, f); err != nil {
			return "", fmt.Errorf("read %q: %w", p, err)
		}
		return encode(h.Sum(nil)), nil
	})
}

func (s sandbox) fileexists(args []string) (cty.Value, error) {
	_, err := s.stat(args[0])
	if errors.Is(err, fs.ErrNotExist) {
		return cty.False, nil
	}
	return cty.True, err
}

// fileset matches the joined path and pattern, so "../*" reaches the folder above as it does in Terraform.
func (s sandbox) fileset(args []string) (cty.Value, error) {
	base, err := s.resolve(args[0])
	if err != nil {
		return cty.NilVal, err
	}
	pattern, err := s.resolve(path.Join(args[0], classes(args[1])))
	if err != nil {
		return cty.NilVal, err
	}
	matches, err := doublestar.Glob(s.fsys, pattern, doublestar.WithFilesOnly())
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(1, "%q is not a pattern for files", args[1])
	}
	var found []cty.Value
	for _, name := range matches {
		if info, err := fs.Stat(s.fsys, name); err != nil || !info.Mode().IsRegular() {
			continue
		}
		rel, err := filepath.Rel(filepath.FromSlash(base), filepath.FromSlash(name))
		if err != nil {
			return cty.NilVal, err
		}
		found = append(found, cty.StringVal(filepath.ToSlash(rel)))
	}
	if len(found) == 0 {
		return cty.SetValEmpty(cty.String), nil
	}
	return cty.SetVal(found), nil
}

// classes keeps the library from reading [!a] as "not a", which in Terraform is written [^a].
func classes(pattern string) string {
	return strings.ReplaceAll(pattern, "[!", `[\!`)
}

func (s sandbox) read(p string) ([]byte, error) {
	f, err := s.open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read %q: %w", p, err)
	case len(content) > maxFile:
		return nil, fmt.Errorf("%q has more than %d bytes", p, maxFile)
	}
	return content, nil
}

func (s sandbox) open(p string) (fs.File, error) {
	name, err := s.stat(p)
	if err != nil {
		return nil, err
	}
	return s.fsys.Open(name)
}

// stat returns the name of a regular file in the file system. Anything else is refused before it is opened, which for a named
// pipe would never return.
func (s sandbox) stat(p string) (string, error) {
	name, err := s.resolve(p)
	if err != nil {
		return "", err
	}
	info, err := fs.Stat(s.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("read %q: %w", p, fs.ErrNotExist)
	case err != nil:
		return "", fmt.Errorf("read %q: %w", p, err)
	case info.IsDir():
		return "", fmt.Errorf("%q is a folder, not a file", p)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%q is not a regular file", p)
	}
	return name, nil
}

func (s sandbox) resolve(p string) (string, error) {
	name := path.Join(s.dir, p)
	if path.IsAbs(p) || strings.HasPrefix(p, "~") || !fs.ValidPath(name) {
		return "", fmt.Errorf("%q: %w", p, ErrOutside)
	}
	return name, nil
}

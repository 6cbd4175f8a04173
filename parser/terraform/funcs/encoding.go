package funcs

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

func encodingFuncs() table {
	return table{
		"base64decode":     onString("str", base64decode),
		"base64encode":     onString("str", base64encode),
		"base64gunzip":     onString("str", base64gunzip),
		"base64gzip":       onString("str", base64gzip),
		"csvdecode":        stdlib.CSVDecodeFunc,
		"jsondecode":       stdlib.JSONDecodeFunc,
		"jsonencode":       stdlib.JSONEncodeFunc,
		"textdecodebase64": onStrings(cty.String, textdecodebase64, "source", "encoding"),
		"textencodebase64": onStrings(cty.String, textencodebase64, "string", "encoding"),
		"urldecode":        onString("str", urldecode),
		"urlencode":        onString("str", urlencode),
		"yamldecode":       ctyyaml.YAMLDecodeFunc,
		"yamlencode":       yamlencode(),
	}
}

func base64encode(s string) (string, error) {
	return base64.StdEncoding.EncodeToString([]byte(s)), nil
}

func base64decode(s string) (string, error) {
	raw, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return "", fmt.Errorf("not base64: %w", err)
	}
	if !utf8.Valid(raw) {
		return "", errors.New("the bytes behind the base64 text are not UTF-8")
	}
	return string(raw), nil
}

// base64gzip flushes before it closes, which adds an empty block, to give the bytes that Terraform gives.
func base64gzip(s string) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	for _, step := range []func() error{
		func() error { _, err := io.WriteString(w, s); return err },
		w.Flush,
		w.Close,
	} {
		if err := step(); err != nil {
			return "", fmt.Errorf("compress: %w", err)
		}
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// maxUnzipped bounds what base64gunzip makes of a few hostile bytes.
const maxUnzipped = 16 << 20

func base64gunzip(s string) (string, error) {
	r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(s)))
	if err != nil {
		return "", fmt.Errorf("not gzip in base64: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxUnzipped+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("decompress: %w", err)
	case len(raw) > maxUnzipped:
		return "", fmt.Errorf("the decompressed text has more than %d bytes", maxUnzipped)
	case !utf8.Valid(raw):
		return "", errors.New("the decompressed bytes are not UTF-8")
	}
	return string(raw), nil
}

func urlencode(s string) (string, error) {
	return url.QueryEscape(s), nil
}

func urldecode(s string) (string, error) {
	text, err := url.QueryUnescape(s)
	switch {
	case err != nil:
		return "", err
	case !utf8.ValidString(text):
		return "", errors.New("the decoded bytes are not UTF-8")
	}
	return text, nil
}

// yamlencode refuses what is not UTF-8, on which the library would loop for ever. Such text comes from the environment.
func yamlencode() function.Function {
	return checked(ctyyaml.YAMLEncodeFunc, func(args []cty.Value) error {
		bare, _ := args[0].UnmarkDeep()
		return cty.Walk(bare, func(at cty.Path, v cty.Value) (bool, error) {
			if v.Type() == cty.String && isGiven(v) && !utf8.ValidString(v.AsString()) || !isText(at) {
				return false, function.NewArgErrorf(0, "a text in it is not UTF-8")
			}
			return true, nil
		})
	})
}

// isText looks at the last step of a path.
func isText(at cty.Path) bool {
	if len(at) == 0 {
		return true
	}
	switch step := at[len(at)-1].(type) {
	case cty.GetAttrStep:
		return utf8.ValidString(step.Name)
	case cty.IndexStep:
		return step.Key.Type() != cty.String || !isGiven(step.Key) || utf8.ValidString(step.Key.AsString())
	}
	return true
}

func textencodebase64(args []string) (cty.Value, error) {
	enc, err := charset(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	raw, err := enc.NewEncoder().Bytes([]byte(args[0]))
	if err != nil {
		return cty.NilVal, function.NewArgErrorf(0, "the text has characters that %s has not", args[1])
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString(raw)), nil
}

func textdecodebase64(args []string) (cty.Value, error) {
	enc, err := charset(args[1])
	if err != nil {
		return cty.NilVal, err
	}
	raw, err := base64.StdEncoding.DecodeString(args[0])
	if err != nil {
		return cty.NilVal, function.NewArgError(0, fmt.Errorf("not base64: %w", err))
	}
	// The decoders put the replacement character where they cannot decode, without an error.
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return cty.NilVal, function.NewArgErrorf(0, "the bytes are not text in %s", args[1])
	}
	return cty.StringVal(string(text)), nil
}

func charset(name string) (encoding.Encoding, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		return nil, function.NewArgErrorf(1, "%q is not an IANA name of an encoding that is supported", name)
	}
	return enc, nil
}

package secret

import (
	"encoding/base64"
	"strings"
)

// hasPrivateKey tells whether a text has a private key in PEM.
func hasPrivateKey(text string) bool {
	_, after, ok := strings.Cut(text, "-----BEGIN ")
	if !ok {
		return false
	}
	kind, _, _ := strings.Cut(after, "-----")
	return strings.HasSuffix(kind, "PRIVATE KEY") || strings.HasSuffix(kind, "PRIVATE KEY BLOCK")
}

// encoded is what stands in base64 behind the beginning of a key or certificate, as in
// a script that decodes it.
func encoded(text string) string {
	const begin = "LS0tLS1CRUdJTi" // "-----BEGIN "
	start := strings.Index(text, begin)
	if start < 0 {
		return ""
	}
	text = text[start:]
	end := strings.IndexFunc(text, func(r rune) bool { return r > 127 || !base64Char(byte(r)) })
	if end < 0 {
		end = len(text)
	}
	if end%4 == 1 {
		end-- // which no encoding has
	}
	decoded, _ := base64.RawStdEncoding.DecodeString(text[:end])
	return string(decoded)
}

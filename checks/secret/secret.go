// Package secret recognises credentials in text and in named values: by the
// forms that their issuers document, and by what the author calls them.
package secret

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// A form is what an issuer's credentials look like.
type form struct {
	what, prefix string
	rest         func(c byte) bool // that follow the prefix
	least        int               // how many at least
	exact        bool              // and no more
}

// forms are those whose prefix alone tells whose they are.
//
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
var forms = [...]form{
	{"an AWS access key id", "AKIA", upperOrDigit, 16, true},
	{"an AWS access key id", "ASIA", upperOrDigit, 16, true},
	{"a GitHub token", "ghp_", letterOrDigit, 36, false},
	{"a GitHub token", "gho_", letterOrDigit, 36, false},
	{"a GitHub token", "ghu_", letterOrDigit, 36, false},
	{"a GitHub token", "ghs_", letterOrDigit, 36, false},
	{"a GitHub token", "ghr_", letterOrDigit, 36, false},
	{"a GitHub token", "github_pat_", wordOrDash, 40, false},
	{"a GitLab token", "glpat-", wordOrDash, 20, false},
	{"a Google API key", "AIza", wordOrDash, 35, true},
	{"a Slack token", "xoxb-", wordOrDash, 20, false},
	{"a Slack token", "xoxp-", wordOrDash, 20, false},
	{"a Slack token", "xoxa-", wordOrDash, 20, false},
	{"a Slack token", "xoxr-", wordOrDash, 20, false},
	{"a Stripe key", "sk_live_", letterOrDigit, 16, false},
	{"a Stripe key", "rk_live_", letterOrDigit, 16, false},
}

// In tells what credential a text holds, "" if none is recognised.
func In(text string) string {
	whole := hasSolid(text)
	if whole {
		if f := formOf(text); f != nil {
			return f.what
		}
	}
	if hasPrivateKey(text) || whole && hasPrivateKey(encoded(text)) {
		return "a private key"
	}
	if whole && besideSecret(text) {
		return "an AWS secret access key"
	}
	return ""
}

// solid is how many characters the shortest credential has, without any between
// them that no credential has.
const solid = 20

// hasSolid tells whether a text has a piece that could be a credential. Most have
// none, and need not be searched for each form.
func hasSolid(text string) bool {
	for end := solid; end <= len(text); {
		i := end
		for i > end-solid && (wordOrDash(text[i-1]) || base64Char(text[i-1])) {
			i--
		}
		if i == end-solid {
			return true
		}
		end = i + solid
	}
	return false
}

// formOf is the first of the forms of which a text has a credential, or nil.
func formOf(text string) *form {
	found := len(forms)
	for i := 0; i+1 < len(text); i++ {
		if !mayBegin(text[i], text[i+1]) {
			continue
		}
		for j := range forms[:found] {
			if forms[j].at(text, i) {
				found = j
				break
			}
		}
	}
	if found == len(forms) {
		return nil
	}
	return &forms[found]
}

// mayBegin tells whether one of the prefixes begins with two characters.
func mayBegin(a, b byte) bool {
	switch a {
	case 'A':
		return b == 'K' || b == 'S' || b == 'I'
	case 'g':
		return b == 'h' || b == 'i' || b == 'l'
	case 's', 'r':
		return b == 'k'
	case 'x':
		return b == 'o'
	}
	return false
}

// at tells whether a credential of the form begins at a place in a text.
func (f *form) at(text string, begin int) bool {
	if !strings.HasPrefix(text[begin:], f.prefix) || begin > 0 && letterOrDigit(text[begin-1]) {
		return false
	}
	start := begin + len(f.prefix)
	end := start
	for end < len(text) && f.rest(text[end]) {
		end++
	}
	n := end - start
	return n == f.least || n > f.least && !f.exact
}

// near is how far behind the word "secret" a key may stand to be its value.
const near = 40

// besideSecret tells whether a text has an AWS secret access key behind the word
// "secret": it has no form but its length, so the word has to be there.
func besideSecret(text string) bool {
	const word = "secret"
	for i := 0; i+len(word) < len(text); i++ {
		if c := text[i]; (c == 's' || c == 'S') && strings.EqualFold(text[i:i+len(word)], word) && keyWithin(text[i+len(word):]) {
			return true
		}
	}
	return false
}

// keyWithin tells whether a key begins near the start of a text.
func keyWithin(text string) bool {
	run := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && base64Char(text[i]) {
			run++
			continue
		}
		if run == 40 && isKey(text[i-run:i]) {
			return true
		}
		run = 0
		if i > near {
			return false
		}
	}
	return false
}

// isKey tells whether 40 characters of base64 can be an AWS secret access key,
// and are no hash in hexadecimal and no identifier in words.
func isKey(s string) bool {
	upper := strings.ContainsFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' })
	lower := strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' })
	return len(s) == 40 && upper && lower && strings.ContainsAny(s, "0123456789/+") && strings.Trim(s, "0123456789abcdefABCDEF") != ""
}

// IsAWSSecretKey tells whether a value can be an AWS secret access key.
func IsAWSSecretKey(value string) bool {
	return len(value) == 40 && strings.IndexFunc(value, func(r rune) bool { return r > 127 || !base64Char(byte(r)) }) < 0 && isKey(value)
}

// Words is a name as its words in lower case with underscores between them,
// however its author joins them: MasterUserPassword is master_user_password.
func Words(name string) string {
	if isWords(name) {
		return name // as Terraform's are
	}
	var b strings.Builder
	b.Grow(len(name) + 4) // which is how many words most names have
	for i := range len(name) {
		c := name[i]
		if upper := 'A' <= c && c <= 'Z'; upper && i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z' {
			b.WriteByte('_')
		}
		if c == '-' {
			c = '_'
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return strings.ToLower(b.String()) // of what is not in ASCII
}

func isWords(name string) bool {
	for i := range len(name) {
		if c := name[i]; c == '-' || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// Named tells what credential a value is under the name that its author gave it,
// "" if it is none. A password may be any text; other secrets have to look as if
// nobody had chosen them, because names such as "token" and "secret" also stand
// for names and paths of such.
func Named(name, value string) string { return named(Words(name), value) }

// named is Named of a name in words.
func named(name, value string) string {
	if what := In(value); what != "" {
		return what
	}
	if value == "" || !mayEnd(name) {
		return ""
	}
	password := endsIn(name, passwords[:])
	switch {
	case !password && !endsIn(name, secrets[:]) || elsewhere(value):
		return ""
	case password:
		return "a password"
	case (strings.HasSuffix(name, "key") || strings.HasSuffix(name, "secret")) && IsAWSSecretKey(value):
		return "an AWS secret access key"
	case random(value):
		return "a secret"
	}
	return ""
}

var (
	passwords = [...]string{
		"password", "passwd", "passphrase", "password_wo", "_pwd", "auth_token", "auth_token_wo",
	}
	secrets = [...]string{
		"secret", "secret_wo", "secret_string", "secret_string_wo", "secret_key", "secret_access_key", "token", "api_key", "apikey",
		"private_key", "access_key", "signing_key", "encryption_key",
	}
)

// mayEnd tells whether one of the passwords and secrets ends as a name does.
func mayEnd(name string) bool {
	if name == "" {
		return false
	}
	switch name[len(name)-1] {
	case 'd', 'e', 'o', 'n', 't', 'g', 'y':
		return true
	}
	return false
}

func endsIn(name string, words []string) bool {
	for _, word := range words {
		if strings.HasSuffix(name, word) {
			return true
		}
	}
	return false
}

// elsewhere tells whether a value only says where the secret is, or whether
// there is one.
func elsewhere(value string) bool {
	for _, prefix := range [...]string{"{{", "${", "$(", "arn:", "/", "ssm:", "vault:", "http://", "https://"} {
		if strings.HasPrefix(value, prefix) {
			return true
		}
	}
	switch strings.ToLower(value) {
	case "true", "false", "none", "null", "enabled", "disabled", "required", "optional":
		return true
	}
	return false
}

// random tells whether a value looks as if nobody had chosen it: long, in one
// piece, letters and digits mixed, and hardly any of them repeated.
func random(value string) bool {
	if len(value) < 16 || strings.ContainsAny(value, " \n:.@") {
		return false
	}
	var seen [128]bool
	different, digits, letters := 0, 0, 0
	for _, c := range []byte(value) {
		if c > 127 {
			return false
		}
		if !seen[c] {
			seen[c] = true
			different++
		}
		switch {
		case '0' <= c && c <= '9':
			digits++
		case letterOrDigit(c):
			letters++
		}
	}
	return different >= 8 && digits >= 2 && letters >= 2 && !isUUID(value)
}

func isUUID(value string) bool {
	return len(value) == 36 && strings.Count(value, "-") == 4
}

// Decoded is the text that base64 stands for, or the text itself if that is none.
func Decoded(text string) string {
	decoded, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(decoded) == 0 || !utf8.Valid(decoded) {
		return text
	}
	return string(decoded)
}

// Literals yields the texts that an author wrote below a value, not those that were
// handed in with the command, each under the
// name of its attribute or key: the known ones, those of each alternative, the
// known parts of texts, and those in a structure that a text encodes.
func Literals(name string, v *model.Value) func(yield func(name string, v model.Value) bool) {
	return func(yield func(string, model.Value) bool) {
		literals(name, v, func(name string, v *model.Value) bool { return yield(name, *v) })
	}
}

// literals yields values to be looked at where they are, for they are large to copy.
func literals(name string, v *model.Value, yield func(string, *model.Value) bool) bool {
	if v.Doc != nil {
		return literals(name, v.Doc, yield)
	}
	if v.State == model.Unknown {
		if structure, ok := structured(v); ok {
			return literals(name, &structure, yield)
		}
		return literalsOf(name, v.Why.Alternatives, v.Origin, yield) && literalsOf(pieceName(name, v.Why.Parts), v.Why.Parts, v.Origin, yield)
	}
	switch data := v.Data.(type) {
	case string:
		return v.Given || yield(name, v)
	case []model.Value:
		for i := range data {
			if !literals(name, &data[i], yield) {
				return false
			}
		}
	case model.Members:
		for i := range data {
			if !literals(data[i].Name, &data[i].Value, yield) {
				return false
			}
		}
	}
	return true
}

// pieceName is what the pieces of a text go by. Other texts than passwords have more in them than the credential, which may be
// what is not known, as in the address of a database; and so has a password that is made of one.
func pieceName(name string, pieces []model.Value) string {
	if !endsIn(Words(name), passwords[:]) {
		return ""
	}
	for _, piece := range pieces {
		if piece.Sensitive || piece.State == model.Unknown && strings.HasPrefix(piece.Why.Key, "random_") {
			return ""
		}
	}
	return name
}

// literalsOf goes through the forms that a value may take, or the pieces of one.
func literalsOf(name string, list []model.Value, at model.Origin, yield func(string, *model.Value) bool) bool {
	for _, e := range list {
		if e.Origin.File == "" {
			e.Origin = at
		}
		if !literals(name, &e, yield) {
			return false
		}
	}
	return true
}

// structured is the object in JSON that a text with pieces that are not known is.
func structured(v *model.Value) (model.Value, bool) {
	if len(v.Why.Parts) == 0 || len(v.Why.Alternatives) > 0 {
		return model.Value{}, false
	}
	structure := view.Structure(*v)
	_, ok := structure.Data.(model.Members)
	return structure, ok
}

// NotKept tells of what is deployed that nobody saw it, be it because it may be a secret. What is not known of code
// refers to something, and so is not written out.
func NotKept(r *model.Resource, v model.Value) bool {
	return r.Scope.Format == model.Live && v.State == model.Unknown
}

// Unknowns yields the values below one that are not known and have no alternatives,
// each under the name of its attribute or key.
func Unknowns(name string, v model.Value) func(yield func(name string, v model.Value) bool) {
	return func(yield func(string, model.Value) bool) { unknowns(name, v, yield) }
}

func unknowns(name string, v model.Value, yield func(string, model.Value) bool) bool {
	if v.State == model.Unknown {
		return len(v.Why.Alternatives) > 0 || yield(name, v)
	}
	switch data := v.Data.(type) {
	case []model.Value:
		for _, e := range data {
			if !unknowns(name, e, yield) {
				return false
			}
		}
	case model.Members:
		for name, member := range data.All() {
			if !unknowns(name, member, yield) {
				return false
			}
		}
	}
	return true
}

func upperOrDigit(c byte) bool  { return 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' }
func letterOrDigit(c byte) bool { return upperOrDigit(c) || 'a' <= c && c <= 'z' }
func wordOrDash(c byte) bool    { return letterOrDigit(c) || c == '_' || c == '-' }
func base64Char(c byte) bool    { return letterOrDigit(c) || c == '/' || c == '+' }

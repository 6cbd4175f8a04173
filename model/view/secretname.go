package view

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/lintel-iac/lintel/model"
)

// What the words of a name say: of a secret by itself, of one if the word before
// says which, and that the name is about a secret instead of for one.
var (
	secretWords = []string{
		"password", "passwd", "passphrase", "pwd", "secret", "secrets", "token", "credential", "credentials", "apikey",
		"accesskey", "secretkey", "privatekey", "authtoken",
	}
	// shortWords say so only as the last of a name.
	shortWords = []string{"pass", "pw"}
	keyWords   = []string{
		"api", "access", "private", "secret", "auth", "encryption", "signing", "account", "master", "license", "enc", "crypto", "cipher",
		"hmac", "jwt",
	}
	aboutWords = []string{
		"file", "path", "dir", "name", "url", "uri", "length", "len", "ttl", "expiry", "expiration", "expires", "timeout", "policy",
		"min", "max", "enabled", "disabled", "type", "endpoint", "header", "field", "required", "allow", "size", "count", "limit",
		"rotation", "version", "hash", "arn", "store", "manager", "provider", "issuer", "audience", "lifetime", "duration", "interval",
		"expire", "algo", "seconds", "minutes", "hours", "days", "user", "users", "username", "algorithm", "prefix", "method", "scope", "scopes",
	}
	// beforeWords take their meaning from the words behind them.
	beforeWords = []string{"no", "empty", "random", "reset", "public", "max", "proxy"}
)

// NamesSecret tells whether a variable of that name holds a secret.
func NamesSecret(name string) bool {
	words := wordsOf(name)
	if len(words) == 0 || slices.Contains(aboutWords, words[len(words)-1]) {
		return false
	}
	for i, word := range words {
		says := slices.Contains(secretWords, word) || i > 0 && i == len(words)-1 && slices.Contains(shortWords, word)
		if says && !slices.Contains(beforeWords, words[max(0, i-1)]) {
			return true
		}
		if word == "key" && i > 0 && slices.Contains(keyWords, words[i-1]) {
			return true
		}
	}
	return false
}

// wordsOf takes a name apart at signs and where capitals begin.
func wordsOf(name string) []string {
	var b strings.Builder
	lower := false
	for _, c := range name {
		if unicode.IsUpper(c) && lower {
			b.WriteByte(' ')
		}
		lower = unicode.IsLower(c)
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			c = ' '
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return strings.Fields(b.String())
}

// MaySecret asks whether a value can be a secret: not nothing, a switch, a path or a
// number of few digits, nor what a template or another variable gives it later.
func MaySecret(v model.Value) model.Truth {
	return v.Satisfies(func(s string) bool {
		switch strings.ToLower(s) {
		case "", "true", "false", "yes", "no", "on", "off", "none", "null":
			return false
		}
		if strings.HasPrefix(s, "{{") || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
			return false
		}
		return !strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "./") && !(len(s) < 4 && strings.Trim(s, "0123456789") == "")
	})
}

// withPassword matches an address with the name and the password of a user in it.
var withPassword = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`([A-Za-z][A-Za-z0-9+-]*://)[^/:@\s\x00]*:([^/@\s\x00]+)@([^/\s"'\x00]*)`)
})

// connection matches the password among the parts of what a program is told to connect
// to: Server=db;User Id=app;Password=…, or jdbc:postgresql://db/app?user=app&password=….
var connection = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)=[^=\x00]*[?&;]\s*(?:password|pwd)\s*=\s*([^;&\s"'\x00]+)(?:[;&\s"']|$)|` +
		`://[^\s\x00]*\?(?:password|pwd)=([^;&\s"'\x00]+)(?:[;&\s"']|$)`)
})

// PasswordIn finds the password in an address that is part of a text, or in what is said
// of a connection, and tells whose it is. What is filled in later is none.
func PasswordIn(text string) (password, whose string, ok bool) {
	if match := withPassword().FindStringSubmatch(text); match != nil {
		password, whose = match[2], match[1]+match[3]
	} else if match := connection().FindStringSubmatch(text); match != nil {
		password, whose = match[1]+match[2], "a connection"
	}
	if password == "" || strings.ContainsAny(password, "$<>{}*") {
		return "", "", false
	}
	return password, whose, true
}

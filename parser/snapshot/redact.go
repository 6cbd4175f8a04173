package snapshot

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/netip"
	"regexp"
	"strings"
)

// Redact copies a snapshot so that it can be shown to others: account ids, ids, names, tags, descriptions and public
// addresses are other ones, the same for the same throughout the copy. The key is made up and not kept.
func Redact(in io.Reader, out io.Writer) error {
	contents, _, err := Read(in, "")
	if err != nil {
		return err
	}
	r := &redactor{names: map[string]bool{}, key: make([]byte, sha256.Size)}
	if _, err := rand.Read(r.key); err != nil {
		return err
	}
	contents.each(func(_ *Unit, resources []Resource) {
		for i := range resources {
			r.learn(&resources[i])
		}
	})
	w := NewWriter(out)
	head := contents.Head
	head.Caller, head.Redacted = "", true
	err = w.Head(head)
	contents.each(func(u *Unit, resources []Resource) {
		for i := range resources {
			r.resource(&resources[i])
		}
		u.Account = r.text(u.Account)
		if err == nil {
			err = w.Unit(*u, resources)
		}
	})
	return err
}

func (c *Contents) each(do func(u *Unit, resources []Resource)) {
	for _, p := range c.Parts {
		for i := range p.units {
			u := p.units[i].Unit
			do(&u, p.units[i].resources())
		}
	}
}

type redactor struct {
	key   []byte
	names map[string]bool // what the owners of the account have called things
}

var (
	words    = regexp.MustCompile(`[A-Za-z0-9_.-]+`)
	accounts = regexp.MustCompile(`^[0-9]{12}$`)
	ids      = regexp.MustCompile(`^([a-z]+)-([0-9a-f]{8,17})$`)
)

// known are names that the platform gives, and other words of its own in what identifies a resource.
var known = set("default root primary true false alias hostedzone " +
	"GET PUT POST PATCH DELETE HEAD OPTIONS ANY A AAAA CAA CNAME DS HTTPS MX NAPTR NS PTR SOA SPF SRV SSHFP SVCB TLSA TXT REGIONAL CLOUDFRONT")

func set(text string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(text) {
		words[word] = true
	}
	return words
}

// learn takes note of the names in what identifies a resource, and of the values of its tags.
func (r *redactor) learn(res *Resource) {
	for part := range strings.SplitSeq(res.ID, "|") {
		for _, word := range words.FindAllString(given(part), -1) {
			r.name(word)
		}
	}
	var document any
	if json.Unmarshal(res.Document, &document) == nil {
		r.learnTags(document)
	}
}

// given is what the owners of the account have given of an id: of an ARN what stands behind its kind, of the platform's own
// keys nothing.
func given(id string) string {
	if strings.HasPrefix(id, platformAlias) {
		return ""
	}
	parts := strings.SplitN(id, ":", 6)
	if len(parts) < 6 || parts[0] != "arn" {
		return id
	}
	if kind := strings.IndexAny(parts[5], "/:"); kind >= 0 {
		return parts[5][kind+1:]
	}
	return parts[5]
}

func (r *redactor) name(word string) {
	if !known[word] && strings.ContainsFunc(word, func(c rune) bool { return c < '0' || c > '9' }) {
		r.names[word] = true
	}
}

func (r *redactor) learnTags(v any) {
	switch data := v.(type) {
	case []any:
		for _, e := range data {
			r.learnTags(e)
		}
	case map[string]any:
		for name, inner := range data {
			text, isText := inner.(string)
			if isText && (name == "Value" && data["Key"] != nil || strings.HasSuffix(name, "Description")) {
				for _, word := range words.FindAllString(text, -1) {
					r.name(word)
				}
			}
			r.learnTags(inner)
		}
	}
}

func (r *redactor) resource(res *Resource) {
	res.ID, res.ARN = r.text(res.ID), r.text(res.ARN)
	var document any
	if json.Unmarshal(res.Document, &document) == nil {
		res.Document, _ = json.Marshal(r.value(document)) // it was JSON before
	}
}

func (r *redactor) value(v any) any {
	switch data := v.(type) {
	case []any:
		for i := range data {
			data[i] = r.value(data[i])
		}
	case map[string]any:
		for name, inner := range data {
			data[name] = r.value(inner)
		}
	case string:
		return r.text(data)
	}
	return v
}

// text puts others in place of all words that tell who it is.
func (r *redactor) text(text string) string {
	return words.ReplaceAllStringFunc(text, func(word string) string {
		switch parts := ids.FindStringSubmatch(word); {
		case accounts.MatchString(word):
			return r.digits(word)
		case parts != nil:
			return parts[1] + "-" + r.hash(word)[:len(parts[2])]
		case r.names[word]:
			return "n-" + r.hash(word)[:10]
		}
		if ip, err := netip.ParseAddr(word); err == nil && ip.Is4() && !ip.IsPrivate() && ip.IsGlobalUnicast() {
			return fmt.Sprintf("203.0.113.%d", r.sum(word)[0]) // of a network that documentation uses
		}
		return word
	})
}

func (r *redactor) sum(word string) []byte {
	mac := hmac.New(sha256.New, r.key)
	_, _ = mac.Write([]byte(word)) // it never fails
	return mac.Sum(nil)
}

func (r *redactor) hash(word string) string { return hex.EncodeToString(r.sum(word)) }

func (r *redactor) digits(word string) string {
	out := make([]byte, len(word))
	for i, b := range r.sum(word)[:len(word)] {
		out[i] = '0' + b%10
	}
	return string(out)
}

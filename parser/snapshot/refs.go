package snapshot

import (
	"regexp"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// refs are the resources that a document names: by ARN or by an id that can be nothing else anywhere, by other ids where
// the property is for one.
func (l *lowering) refs(d *document) []model.Ref {
	var refs []model.Ref
	met := map[model.Ref]bool{}
	texts(d.properties, func(path, text string) {
		to := l.find(d, text)
		if to == nil && strings.HasPrefix(text, "arn:") {
			if id := text[strings.LastIndexAny(text, ":/")+1:]; plain.MatchString(id) {
				to = l.find(d, id)
			}
		}
		if to == nil || to == d || !(plain.MatchString(text) || strings.HasPrefix(text, "arn:") || names(path)) {
			return
		}
		ref := model.Ref{Path: path, To: to.address, Exact: true}
		if strings.HasPrefix(text, "arn:") {
			ref.Attr = "Arn"
		}
		if !met[ref] {
			met[ref] = true
			refs = append(refs, ref)
		}
	})
	return refs
}

// plain is an id that the platform has made up: "sg-0a1b2c3d".
var plain = regexp.MustCompile(`^[a-z]+-[0-9a-f]{8,}$`)

// names tells a property whose value is the name of something.
func names(path string) bool {
	last := path[strings.LastIndexByte(path, '.')+1:]
	for _, ending := range [...]string{"Id", "Ids", "Identifier", "Identifiers", "Name", "Names", "Bucket", "Arn", "Arns"} {
		if strings.HasSuffix(last, ending) {
			return true
		}
	}
	return false
}

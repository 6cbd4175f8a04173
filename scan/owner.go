package scan

import (
	"cmp"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/view"
	"github.com/lintel-iac/lintel/scan/codeowners"
	"github.com/lintel-iac/lintel/scan/config"
)

// owners know whose a finding is.
type owners struct {
	*site
	tags       []string
	config     *config.File
	codeowners *codeowners.File // nil where there is none
	byFile     map[string]string
}

// OwnTags name the owner where nobody has said which tags do.
var OwnTags = []string{"owner"}

// own says of each finding whose it is.
func (s *session) own(r *Report, o *Options) {
	known, diags := s.owners(o)
	r.Diagnostics.Add(diags...)
	for i := range r.Findings {
		r.Findings[i].Owner = known.of(&r.Findings[i])
	}
}

// owners reads CODEOWNERS, unless the configuration is against it. A file above the
// boundary is out of reach.
func (s *session) owners(o *Options) (own *owners, diags diag.List) {
	own = &owners{site: s.site, tags: o.OwnerTags, config: o.Config, byFile: map[string]string{}}
	if len(own.tags) == 0 {
		own.tags = OwnTags
	}
	if s.prefix != "" && s.prefix != "." || o.Config != nil && o.Config.Owners.NoCodeowners {
		return own, nil
	}
	var err error
	if own.codeowners, err = codeowners.Find(s.files.FS, cmp.Or(s.trim, ".")); err != nil {
		diags.Warnf(model.Range{}, "cannot read CODEOWNERS: %v", explain(cause(err)))
	}
	return own, diags
}

// of is whose a finding is, "" if nobody says: by a tag of the resource, else by the
// configuration, else by CODEOWNERS.
func (o *owners) of(f *Finding) string {
	if owner := o.tagged(f.Resource); owner != "" {
		return owner
	}
	owner, known := o.byFile[f.Place.File]
	if !known {
		owner = o.config.Owner(f.Place.File)
		if owner == "" && o.codeowners != nil {
			owner = strings.Join(o.codeowners.Owners(o.inRepository(f.Place.File)), ", ")
		}
		o.byFile[f.Place.File] = owner
	}
	return owner
}

// tagged is the owner that the tags of a resource name; a container has labels. What
// is not known, or secret, names nobody.
func (o *owners) tagged(r *model.Resource) string {
	attributes, _ := r.Body.Data.(model.Members)
	places := [...]model.Value{view.Tags(r), attributes.Named("labels"), attributes.Named("tag")}
	for _, name := range o.tags {
		for _, v := range places {
			if owner := tag(v, name); owner != "" {
				return owner
			}
		}
	}
	return ""
}

// tag finds a tag by its name, in whatever case, in a map or in a list of key and value.
func tag(v model.Value, name string) string {
	switch data := v.Data.(type) {
	case model.Members:
		for key, value := range data.All() {
			if strings.EqualFold(key, name) {
				return said(value)
			}
		}
	case []model.Value:
		for _, e := range data {
			if key, ok := e.At("key").Data.(string); ok && strings.EqualFold(key, name) {
				return said(e.At("value"))
			}
		}
	}
	return ""
}

func said(v model.Value) string {
	if text, ok := v.Data.(string); ok && v.State == model.Known && !v.Sensitive {
		return strings.TrimSpace(text)
	}
	return ""
}

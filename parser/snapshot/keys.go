package snapshot

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// KeyAlias is the type of the names of keys. Those of the platform's own keys begin with platformAlias.
const (
	KeyAlias      = "aws_kms_alias"
	platformAlias = "alias/aws/"
)

// keys tell the platform's own keys, which it takes where nobody names one, from customers': descriptions name either by
// its ARN.
type keys struct {
	account  string
	platform map[string]bool // by id
	doubt    string          // why not all are known
	read     bool            // somebody asked
}

func (p *Part) keys() *keys {
	k := &keys{account: p.Account, platform: map[string]bool{}}
	for i := range p.units {
		u := &p.units[i]
		if !slices.Contains(u.Types, KeyAlias) {
			continue
		}
		k.read = true
		if u.State == Denied || u.State == Failed {
			k.doubt = Gap{State: u.State, Action: "kms:ListAliases"}.Reason()
		}
		for _, n := range u.lines {
			var alias struct {
				Name   string `json:"name"`
				Target string `json:"target_key_id"`
			}
			if d, ok := decode(n); ok && json.Unmarshal(d.Document, &alias) == nil && strings.HasPrefix(alias.Name, platformAlias) {
				k.platform[alias.Target] = true
			}
		}
	}
	return k
}

// apart are types whose encryption is said by the key alone: without one they have none.
func apart(typ string) bool {
	service := strings.Split(typ+"::", "::")[1]
	return slices.Contains([]string{"SNS", "SQS", "Kinesis", "Logs", "CloudTrail"}, service)
}

// named is a text of a document. The ARN of the platform's own key stands for none that anyone has named.
func (k *keys) named(text, typ string, at model.Origin) model.Value {
	known := model.Value{Data: text, State: model.Known, Origin: at}
	if !k.read || !strings.HasPrefix(text, "arn:") {
		return known
	}
	parts := strings.SplitN(text, ":", 6)
	if len(parts) < 6 || parts[2] != "kms" || parts[4] != k.account || apart(typ) {
		return known
	}
	id, isKey := strings.CutPrefix(parts[5], "key/")
	switch {
	case !isKey:
		return known
	case k.platform[id]:
		return model.Missing(at)
	case k.doubt != "":
		return model.OneOf(k.doubt, at, known, model.Missing(at))
	}
	return known
}

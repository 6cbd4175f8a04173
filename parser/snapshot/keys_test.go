package snapshot_test

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// The platform's own key, which a description names as it does a customer's, is as none that was named.
func TestKeysOfThePlatform(t *testing.T) {
	const (
		volume = `{"resource":{"type":"AWS::EC2::Volume","id":"vol-0123456789","document":{"KmsKeyId":"arn:aws:kms:r:111122223333:key/1234abcd"}}}` + "\n" +
			`{"unit":{"account":"111122223333","region":"r","read":"x","types":["AWS::EC2::Volume"],"state":"complete","resources":1}}` + "\n"
		alias   = `{"resource":{"type":"aws_kms_alias","id":"NAME","document":{"name":"NAME","target_key_id":"1234abcd"}}}` + "\n"
		aliases = `{"unit":{"account":"111122223333","region":"r","read":"kms:ListAliases","types":["aws_kms_alias"],"state":"complete","resources":1}}` + "\n"
		denied  = `{"unit":{"account":"111122223333","region":"r","read":"kms:ListAliases","types":["aws_kms_alias"],"state":"denied","resources":0}}` + "\n"
	)
	for _, test := range []struct {
		name, text string
		set        model.Truth
	}{
		{"the platform's own", volume + named(alias, "alias/aws/ebs") + aliases, model.No},
		{"a customer's", volume + named(alias, "alias/data") + aliases, model.Yes},
		{"nobody may say whose", volume + denied, model.Maybe},
		{"nobody has asked whose", volume, model.Yes},
	} {
		if got := scopeOf(t, head+test.text).OfType("aws_ebs_volume")[0].At("kms_key_id").IsSet(); got != test.set {
			t.Errorf("%s: whether a key is named is %v, want %v", test.name, got, test.set)
		}
	}
}

func named(line, name string) string { return strings.ReplaceAll(line, "NAME", name) }

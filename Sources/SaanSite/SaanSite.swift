import SaanText

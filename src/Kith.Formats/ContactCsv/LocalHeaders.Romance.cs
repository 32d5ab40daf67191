namespace Kith.Formats.ContactCsv;

internal static partial class LocalHeaders
{
    // "Titre" stands twice; the second one is told apart by its place.
    private const string French = """
        Titre|Prénom|Deuxième prénom|Nom|Suffixe|Société|Service|-|
        Rue (bureau)|Rue (bureau) 2|Rue (bureau) 3|Ville (bureau)|Dép/Région (bureau)|Code postal (bureau)|Pays/Région (bureau)|
        Rue (domicile)|Rue (domicile) 2|Rue (domicile) 3|Ville (domicile)|Dép/Région (domicile)|Code postal (domicile)|Pays/Région (domicile)|
        Rue (autre)|Rue (autre) 2|Rue (autre) 3|Ville (autre)|Dép/Région (autre)|Code postal (autre)|Pays/Région (autre)|
        Téléphone de l'assistant(e)|Télécopie (bureau)|Téléphone (bureau)|Téléphone 2 (bureau)|Rappel|Téléphone (voiture)|Téléphone société|
        Télécopie (domicile)|Téléphone (domicile)|Téléphone 2 (domicile)|Tél. mobile|Télécopie (autre)|Téléphone (autre)|Récepteur de radiomessagerie|Téléphone principal|Radio téléphone|
        Adresse de messagerie|Type de messagerie|Nom complet de l'adresse de messagerie|Adresse de messagerie 2|Type de messagerie 2|Nom complet de l'adresse de messagerie 2|
        Adresse de messagerie 3|Type de messagerie 3|Nom complet de l'adresse de messagerie 3|
        Anniversaire de mariage ou fête|Anniversaire|Nom de l'assistant(e)|Responsable|Conjoint(e)|Enfants|Recommandé par|Catégories|-|Page Web
        """;

    private const string FrenchOthers = """
        Fonction=Job Title|Pays (bureau)=Business Country/Region|Pays (domicile)=Home Country/Region|Pays (autre)=Other Country/Region|
        Adresse de courrier=E-mail Address|Type de courrier=E-mail Type|Nom complet de l'adresse de courrier=E-mail Display Name|
        Adresse de courrier 2=E-mail 2 Address|Type de courrier 2=E-mail 2 Type|Nom complet de l'adresse de courrier 2=E-mail 2 Display Name|
        Adresse de courrier 3=E-mail 3 Address|Type de courrier 3=E-mail 3 Type|Nom complet de l'adresse de courrier 3=E-mail 3 Display Name
        """;

    private const string Spanish = """
        Tratamiento|Nombre|Segundo nombre|Apellidos|Sufijo|Organización|Departamento|Puesto|
        Calle del trabajo|Calle del trabajo 2|Calle del trabajo 3|Ciudad de trabajo|Provincia o estado de trabajo|Código postal del trabajo|País o región del trabajo|
        Calle del domicilio|Calle del domicilio 2|Calle del domicilio 3|Ciudad del domicilio|Provincia o estado del domicilio|Código postal del domicilio|País o región del domicilio|
        Otra calle|Otra calle 2|Otra calle 3|Otra ciudad|Otra provincia o estado|Otro código postal|Otro país o región|
        Teléfono del ayudante|Fax del trabajo|Teléfono del trabajo|Teléfono del trabajo 2|Devolución de llamada|Teléfono del automóvil|Número de centralita de la organización|
        Fax particular|Particular|Particular 2|Teléfono móvil|Otro fax|Otro teléfono|Localizador|Teléfono principal|Radioteléfono|
        Dirección de correo electrónico|Tipo de correo electrónico|Nombre de pantalla de correo electrónico|
        Dirección de correo electrónico 2|Tipo de correo electrónico 2|Nombre de pantalla de correo electrónico 2|
        Dirección del correo electrónico 3|Tipo de correo electrónico 3|Nombre de pantalla de correo electrónico 3|
        Aniversario|Cumpleaños|Nombre del ayudante|Nombre del director|Cónyuge|Hijos|Recomendado por|Categorías|Notas|Página web
        """;

    private const string SpanishOthers = """
        Título=Title|Empresa=Company|Compañía=Company|Cargo=Job Title|Teléfono movil=Mobile Phone|Dirección de correo electrónico 3=E-mail 3 Address
        """;

    private const string Italian = """
        Titolo|Nome|Secondo nome|Cognome|Titolo straniero|Società|Reparto|Posizione|
        Via (uff.)|Via (uff.) 2|Via (uff.) 3|Città (uff.)|Provincia (uff.)|CAP (uff.)|Paese/area geografica (uff.)|
        Via (ab.)|Via (ab.) 2|Via (ab.) 3|Città (ab.)|Provincia (ab.)|CAP (ab.)|Paese/area geografica (ab.)|
        Altra via|Altra via 2|Altra via 3|Altra città|Altra provincia|Altro CAP|Altro paese/area geografica|
        Telefono assistente|Fax (uff.)|Ufficio|Ufficio 2|Richiamata automatica|Telefono auto|Telefono principale società|
        Fax (ab.)|Abitazione|Abitazione 2|Cellulare|Altro fax|Altro telefono|Cercapersone|Telefono principale|Radiotelefono|
        Indirizzo posta elettronica|Tipo posta elettronica|Nome visualizzato posta elettronica|
        Indirizzo posta elettronica 2|Tipo posta elettronica 2|Nome visualizzato posta elettronica 2|
        Indirizzo posta elettronica 3|Tipo posta elettronica 3|Nome visualizzato posta elettronica 3|
        Anniversario|Compleanno|Nome assistente|Nome manager|Nome coniuge/partner|Figli|Presentato da|Categorie|Note|Pagina Web
        """;

    private const string ItalianOthers = """
        Paese (uff.)=Business Country/Region|Paese (ab.)=Home Country/Region|
        Nome visualizzato=Display Name|Soprannome=Nickname|Email primaria=Primary Email|Email secondaria=Secondary Email|
        Nome Instant Messenger=Screen Name|Telefono lavoro=Work Phone|Telefono casa=Home Phone|Numero fax=Fax Number|
        Numero cercapersone=Pager Number|Numero cellulare=Mobile Number|Indirizzo di casa=Home Address|Indirizzo di casa 2=Home Address 2|
        Città di residenza=Home City|Provincia di residenza=Home State|CAP di residenza=Home ZipCode|Nazione di residenza=Home Country|
        Indirizzo di lavoro=Work Address|Indirizzo di lavoro 2=Work Address 2|Città di lavoro=Work City|Provincia di lavoro=Work State|
        CAP di lavoro=Work ZipCode|Nazione di lavoro=Work Country|Qualifica=Job Title|Organizzazione=Organization|Pagina web 1=Web Page 1|
        Pagina web 2=Web Page 2|Anno di nascita=Birth Year|Mese di nascita=Birth Month|Giorno di nascita=Birth Day|
        Personalizzato 1=Custom 1|Personalizzato 2=Custom 2|Personalizzato 3=Custom 3|Personalizzato 4=Custom 4
        """;

    private const string PortugueseOfPortugal = """
        Título|Primeiro nome|Outros nomes/apelidos|Apelido|Sufixo|Empresa|Departamento|Cargo|
        Rua da empresa|Rua da empresa 2|Rua da empresa 3|Localidade da empresa|Distrito da empresa|Código postal da empresa|País/Região da Empresa|
        Rua da residência|Rua da residência (2)|Rua da residência (3)|Localidade da residência|Distrito da residência|Código postal da residência|País da Residência/Região|
        Rua do outro endereço|Rua do outro endereço 2|Rua do outro endereço 3|Localidade do outro endereço|Distrito do outro endereço|Código postal do outro endereço|Outro País/Região|
        Telefone do assistente|Fax da empresa|Telefone da empresa|2º telefone da empresa|Tel. de resposta|Telefone do carro|Telefone principal da empresa|
        Fax da residência|Telefone da residência|2º telefone da residência|Telemóvel|Outro fax|Outro telefone|Pager|Telefone principal|Radiotelefone|
        Endereço de correio electrónico|Tipo de correio electrónico|Nome a apresentar para o correio electrónico|
        Endereço do correio electrónico 2|Tipo de correio electrónico 2|Nome a apresentar para o correio electrónico 2|
        Endereço do correio electrónico 3|Tipo de correio electrónico 3|Nome a apresentar para o correio electrónico 3|
        Aniversário|Data de nascimento|Nome do assistente|Nome do gestor|Cônjuge|Filhos|Referido por|Categorias|Notas|Página na Web
        """;

    private const string PortugueseOfBrazil = """
        Tratamento|Primeiro nome|Segundo nome|Sobrenome|Sufixo|Empresa|Departamento|Cargo|
        Rua do endereço comercial|Rua do endereço comercial 2|Rua do endereço comercial 3|Cidade do endereço comercial|Estado do endereço comercial|CEP do endereço comercial|País/Região da Empresa|
        Endereço residencial|Endereço residencial 2|Endereço residencial 3|Cidade do endereço residencial|Estado|CEP do endereço residencial|País/Região de Residência|
        Outro endereço|Outro endereço 2|Outro endereço 3|Cidade|Outro Estado|CEP|Outro País/Região|
        Telefone do assistente|Fax comercial|Telefone comercial|Telefone comercial 2|Retorno de chamada|Telefone do carro|Telefone principal da empresa|
        Fax residencial|Telefone residencial|Telefone residencial 2|Telefone celular|Outro fax|Outro telefone|Pager|Telefone principal|Radiofone|
        Endereço de email|Tipo de email|Nome para exibição do email|Endereço de email 2|Tipo de email 2|Nome para exibição do email 2|
        Endereço de email 3|Tipo de email 3|Nome para exibição do email 3|
        Datas especiais|Aniversário|Nome do assistente|Nome do gerenciador|Cônjuge|Filhos|Indicado por|Categorias|Anotações|Página da Web
        """;

    private const string PortugueseOthers = """
        Nome=First Name|Nome próprio=First Name|Endereço de correio eletrónico=E-mail Address|Endereço de e-mail=E-mail Address|
        Endereço de correio eletrónico 2=E-mail 2 Address|Endereço de e-mail 2=E-mail 2 Address
        """;
}
